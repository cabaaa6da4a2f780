import { orgRoutes } from '@lianxin/contract/org/org-routes'
import { type Located, placeRoutes } from '@lianxin/contract/place/place-routes'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { UserRound } from 'lucide-react'
import { type ComponentType, useEffect, useState } from 'react'
import { queryOf } from '../../data/api-client.ts'
import { spotOf, type Where } from '../../data/chosen-place.ts'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import './grid.css'

/** The question where one lives; another feature answers it, so the face hands it in. */
type PlaceField = ComponentType<{
  readonly value: Where
  readonly onChange: (where: Where) => void
  readonly roughly?: boolean
}>

/** Who looks after a grid, by name. */
const People = ({ code }: { readonly code: string }) => {
  const t = useWords('grid')
  const { locale } = usePreferences()
  const { data, error, refetch, isPending } = useQuery(queryOf(orgRoutes.gridPeople, { params: { code } }))
  if (isPending) return <Skeleton shape="cards" count={2} />
  if (!data) return <ProblemBanner problem={error} onRetry={() => void refetch()} />
  const named = (one: { readonly name: string; readonly nameEn: string }) =>
    locale === 'en' ? one.nameEn : one.name
  const community = locale === 'en' ? data.communityNameEn : data.communityName
  return (
    <section className="lx-stack" aria-labelledby="grid-people">
      <h2 id="grid-people">{t('people.heading', { community, grid: named(data) })}</h2>
      <ul className="grid-people">
        <li data-first>
          <UserRound aria-hidden="true" />
          <span>
            <strong>{data.worker ?? t('people.nobody')}</strong>
            <span className="lx-quiet">{t('people.worker')}</span>
          </span>
        </li>
        {data.staff.map((one) => (
          <li key={`${one.unit.id} ${one.name}`}>
            <UserRound aria-hidden="true" />
            <span>
              <strong>{one.name}</strong>
              <span className="lx-quiet">
                {named(one.unit)} · {locale === 'en' ? one.titleEn : one.title}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {data.staff.length === 0 && <p className="lx-quiet">{t('people.noStaff')}</p>}
      <p className="lx-quiet lx-small">{t('people.why')}</p>
    </section>
  )
}

/** 我的网格: one says where one lives, and sees who looks after it. Nothing of that is kept. */
export const GridScreen = ({ PlaceField }: { readonly PlaceField: PlaceField }) => {
  const t = useWords('grid')
  const navigate = useNavigate()
  const { code } = useSearch({ from: '/resident/grid' })
  const [where, setWhere] = useState<Where>({})
  const spot = spotOf(where)
  const chosen = spot !== null
  const located = useQuery({
    ...queryOf(placeRoutes.locate, { body: spot ?? {} }),
    enabled: chosen,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const found: Located | undefined = chosen ? located.data : undefined
  const gridCode = found?.grid?.code
  useEffect(() => {
    if (gridCode && gridCode !== code)
      void navigate({ to: '/grid', search: { code: gridCode }, replace: true, resetScroll: false })
  }, [gridCode, code, navigate])
  return (
    <div className="lx-page">
      <div>
        <h1>{t('heading')}</h1>
        <p className="lx-quiet">{t('lead')}</p>
      </div>
      <PlaceField roughly value={where} onChange={setWhere} />
      {found && !found.grid && <p>{t('noGrid')}</p>}
      {code && <People code={code} />}
    </div>
  )
}
