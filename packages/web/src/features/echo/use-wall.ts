import { echoRoutes } from '@lianxin/contract/echo/echo-routes'
import type { EchoEntry, EchoPage } from '@lianxin/contract/echo/echo-views'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, queryOf, urlOf } from '../../data/api-client.ts'
import type { Locale } from '../../ui/preferences.ts'
import type { WallSearch } from './wall-search.ts'

/** The wall, page by page. */
export const useWall = ({ q, community, item }: WallSearch) => {
  const narrowed = {
    ...(q ? { q } : {}),
    ...(community ? { communityCode: community } : {}),
    ...(item ? { itemCode: item } : {}),
  }
  return useInfiniteQuery({
    queryKey: [echoRoutes.wall.id, narrowed],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }): Promise<EchoPage> =>
      api(echoRoutes.wall, { query: { ...narrowed, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    getNextPageParam: (page) => page.next,
  })
}

export const useFacets = () => useQuery({ ...queryOf(echoRoutes.facets, {}), staleTime: 60_000 })

export const useEntry = (id: string) => useQuery(queryOf(echoRoutes.entry, { params: { id } }))

/** Address of a public picture. */
export const pictureUrl = (id: string, size: 'full' | 'thumb'): string =>
  urlOf(echoRoutes.picture, { params: { id }, query: { size } })

/** Where it was, no finer than everybody may know. */
export const placeOf = (
  {
    communityName,
    communityNameEn,
    compoundName,
    compoundNameEn,
  }: Pick<EchoEntry, 'communityName' | 'communityNameEn' | 'compoundName' | 'compoundNameEn'>,
  locale: Locale,
): string =>
  locale === 'en'
    ? [compoundNameEn, communityNameEn].filter(Boolean).join(', ')
    : [communityName, compoundName].filter(Boolean).join(' ')
