import type { PostView } from '@lianxin/contract/account/account-routes'
import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CheckCheck, HandHelping, MapPin, Megaphone, Siren } from 'lucide-react'
import { Fragment, lazy, Suspense } from 'react'
import { queryOf } from '../../data/api-client.ts'
import { useMe } from '../../data/me.ts'
import { groupToday } from '../../features/case/today-groups.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, buttonDress } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useNow } from '../../ui/now.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CaseCard } from './case-card.tsx'
import { Leave } from './leave.tsx'
import { noteRaised, useRaisedNote } from './raised-note.ts'

const OwnChanges = lazy(() =>
  import('../../features/post/own-changes.tsx').then((module) => ({ default: module.OwnChanges })),
)

/** More than a day's work for one person; what does not fit is at the desk of the community. */
const MOST_CARDS = 100

const unitOf = ({ unitName, unitNameEn }: PostView) => ({ name: unitName, nameEn: unitNameEn })

/** What a worker comes for most: it is done, or it has to go up. */
const FindActions = ({ whistle }: { readonly whistle: boolean }) => {
  const t = useWords('field')
  return (
    <nav className="find-actions" aria-label={t('find.label')}>
      <Link to="/field/spot" {...buttonDress('primary', 'main', true)}>
        <HandHelping aria-hidden="true" />
        {t('find.spot')}
      </Link>
      <Link to="/field/report" {...buttonDress('secondary', 'main', true)}>
        <Megaphone aria-hidden="true" />
        {t('find.report')}
      </Link>
      {whistle && (
        <Link to="/field/whistle" {...buttonDress('secondary', 'main', true)}>
          <Siren aria-hidden="true" />
          {t('find.whistle')}
        </Link>
      )}
    </nav>
  )
}

/** 今日: what is late, what ends today, what is new, then the rest; each card with its one next step. */
export const HomeScreen = () => {
  const t = useWords('field')
  const me = useMe()
  const now = useNow()
  const say = useSay()
  const raised = useRaisedNote()
  const list = useQuery(
    queryOf(caseRoutes.list, { query: { box: 'mine', sort: 'due', open: true, limit: MOST_CARDS } }),
  )
  const groups = groupToday(list.data?.rows ?? [], now)
  const can = me.data?.can ?? []
  return (
    <div className="lx-page today">
      <header className="lx-stack today-head">
        <h1>{t('today.heading')}</h1>
        {me.data?.active && (
          <p className="today-place">
            <MapPin aria-hidden="true" />
            {t('today.place', { place: say.place(me.data.active), unit: say.name(unitOf(me.data.active)) })}
          </p>
        )}
        {groups.length > 0 && (
          <p className="lx-quiet">
            {groups.map(({ group, rows }, place) => (
              <Fragment key={group}>
                {place > 0 && t('today.and')}
                <span className="lx-whole">{t(`count.${group}`, { count: rows.length })}</span>
              </Fragment>
            ))}
          </p>
        )}
      </header>
      {can.includes('case.find') && <FindActions whistle={can.includes('case.blow')} />}
      {raised && (
        <Banner
          kind="success"
          title={t('raised.title', { number: raised.number, state: say.text(raised.stateName) })}
          next={say.text(raised.sentence)}
          action={<Button onClick={() => noteRaised(null)}>{t('raised.seen')}</Button>}
        />
      )}
      <Suspense>
        <OwnChanges />
      </Suspense>
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
                <CaseCard row={row} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {can.includes('rating.rateUp') && (
        <p>
          <Link to="/field/rate">{t('title.rateUp')}</Link>
        </p>
      )}
      {me.data && <Leave me={me.data} />}
    </div>
  )
}
