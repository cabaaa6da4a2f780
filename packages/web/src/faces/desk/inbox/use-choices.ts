import { catalogueRoutes } from '@lianxin/contract/catalogue/catalogue-routes'
import { currentKind } from '@lianxin/contract/kinds/kinds'
import { placeRoutes } from '@lianxin/contract/place/place-routes'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../data/api-client.ts'
import { useMe } from '../../../data/me.ts'
import { useSay } from '../../../features/case/use-say.ts'

const HOUR_MS = 60 * 60 * 1000

interface Choice {
  readonly value: string
  readonly label: string
}

/** What a list can be narrowed to: states of the kind, items of the catalogue, the places below the post. */
export const useChoices = (): { states: Choice[]; items: Choice[]; places: Choice[] } => {
  const say = useSay()
  const me = useMe()
  const code = me.data?.active?.placeCode ?? ''
  const items = useQuery({ ...queryOf(catalogueRoutes.items, {}), staleTime: HOUR_MS })
  const places = useQuery({
    ...queryOf(placeRoutes.children, { params: { code } }),
    staleTime: HOUR_MS,
    // A post in one grid has nothing below it.
    enabled: code !== '' && code.length < 15,
  })
  return {
    states: Object.entries(currentKind('request').states).map(([value, { name }]) => ({
      value,
      label: say.text(name),
    })),
    items: (items.data ?? []).map((item) => ({ value: item.code, label: say.name(item) })),
    places: (places.data ?? []).map((place) => ({ value: place.code, label: place.name })),
  }
}
