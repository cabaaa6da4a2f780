import { useNavigate, useSearch } from '@tanstack/react-router'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import './deliberation.css'
import { DeliberationCard } from './deliberation-card.tsx'
import type { DeliberationSearch } from './deliberation-search.ts'
import { useDeliberations } from './use-deliberations.ts'
import { useSaid } from './use-said.ts'

/** What residents and owners decide, of one community or of all. For everybody, without signing in. */
export const DeliberationListScreen = () => {
  const t = useWords('deliberation')
  const say = useSaid()
  const search: DeliberationSearch = useSearch({ from: '/resident/deliberations' })
  const navigate = useNavigate()
  const list = useDeliberations(search)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const communities = list.data?.pages[0]?.communities ?? []
  return (
    <div className="lx-page lx-deliberations">
      <div className="lx-deliberation-head">
        <h1>{t('heading')}</h1>
        <p className="lx-lead">{t('lead')}</p>
      </div>
      {(communities.length > 1 || search.community !== undefined) && (
        <Select
          label={t('community')}
          optional
          value={search.community ?? ''}
          onChange={(community) =>
            void navigate({ to: '/deliberations', search: community ? { community } : {}, replace: true })
          }
          options={communities.map((one) => ({
            value: one.code,
            label: t('facet', { name: say.name(one), count: one.count }),
          }))}
        />
      )}
      {list.isPending && <Skeleton count={3} />}
      {list.isError && (
        <ProblemBanner problem={list.error} onRetry={() => list.refetch()} pending={list.isFetching} />
      )}
      {list.data && rows.length === 0 && <EmptyState title={t('none')}>{t('noneMore')}</EmptyState>}
      <div className="lx-deliberation-list">
        {rows.map((row) => (
          <DeliberationCard key={row.id} row={row} />
        ))}
      </div>
      {list.hasNextPage && (
        <Button wide pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  )
}
