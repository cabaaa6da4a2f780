import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { useQuery } from '@tanstack/react-query'
import { CheckCheck } from 'lucide-react'
import { queryOf } from '../../data/api-client.ts'
import { useMe } from '../../data/me.ts'
import { groupToday } from '../../features/case/today-groups.ts'
import { useWords } from '../../messages/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useNow } from '../../ui/now.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CaseCard } from './case-card.tsx'
import { Leave } from './leave.tsx'

/** More than a day's work for one person; what does not fit is at the desk of the community. */
const MOST_CARDS = 100

/** 今日: what is late, what ends today, what is new, then the rest; each card with its one next step. */
export const HomeScreen = () => {
  const t = useWords('field')
  const me = useMe()
  const now = useNow()
  const list = useQuery(
    queryOf(caseRoutes.list, { query: { box: 'mine', sort: 'due', open: true, limit: MOST_CARDS } }),
  )
  const groups = groupToday(list.data?.rows ?? [], now)
  const can = me.data?.can ?? []
  return (
    <div className="lx-page today">
      <header className="lx-stack today-head">
        <h1>{t('today.heading')}</h1>
        {groups.length > 0 && (
          <p className="lx-quiet">
            {groups
              .map(({ group, rows }) => t(`count.${group}`, { count: rows.length }))
              .join(t('today.and'))}
          </p>
        )}
      </header>
      {list.isPending && <Skeleton shape="cards" />}
      {list.error && (
        <ProblemBanner problem={list.error} onRetry={() => void list.refetch()} pending={list.isFetching} />
      )}
      {list.data && groups.length === 0 && (
        <EmptyState icon={<CheckCheck aria-hidden="true" />} title={t('empty.title')}>
          {t('empty.next')}
        </EmptyState>
      )}
      {groups.map(({ group, rows }) => (
        <section key={group} className="today-group" aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`} data-group={group}>
            {t(`group.${group}`)}
            <span className="today-count">{rows.length}</span>
          </h2>
          <ul className="today-cards">
            {rows.map((row) => (
              <li key={row.id}>
                <CaseCard row={row} can={can} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {me.data && <Leave me={me.data} />}
    </div>
  )
}
