import type { BurdenBoard } from '@lianxin/contract/gate/burden-views'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { buttonDress } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useTimeWords } from '../../ui/time-words.ts'
import './burden.css'
import { BurdenCauses } from './burden-causes.tsx'
import { BurdenCommunities } from './burden-communities.tsx'
import { OverruledList } from './overruled-list.tsx'
import { useBurden } from './use-burden.ts'
import { useBurdenWords } from './use-burden-words.ts'

/** What every grid is burdened with, published: how much, by whom, and what did not get through the gate. */
export const BurdenScreen = () => {
  const t = useWords('burden')
  const say = useTimeWords()
  const [month, setMonth] = useState<string>()
  const board = useBurden(month)
  return (
    <div className="lx-page lx-burden">
      <div>
        <h1>{t('heading')}</h1>
        <p className="lx-lead">{t('lead')}</p>
      </div>
      {board.isPending && <Skeleton count={3} />}
      {board.isError && (
        <ProblemBanner problem={board.error} onRetry={() => board.refetch()} pending={board.isFetching} />
      )}
      {board.data && (
        <>
          <Select
            label={t('month')}
            value={board.data.month}
            onChange={(value) => value && setMonth(value)}
            options={[...new Set([board.data.month, ...board.data.before.map((one) => one.month)])]
              .sort()
              .toReversed()
              .map((value) => ({ value, label: say.month(value) }))}
          />
          <Summary board={board.data} />
          <Months board={board.data} />
          <BurdenCauses demands={board.data.demands} />
          <BurdenCommunities board={board.data} />
          <OverruledList overruled={board.data.overruled} />
        </>
      )}
      <nav aria-label={t('ways')}>
        <Link to="/duties" {...buttonDress('secondary', 'normal', true)}>
          {t('toDuties')}
        </Link>
      </nav>
    </div>
  )
}

const Summary = ({ board }: { readonly board: BurdenBoard }) => {
  const t = useWords('burden')
  const { length } = useBurdenWords()
  const { stopped } = board
  const each = board.grids === 0 ? 0 : board.minutes / board.grids
  const beyond = board.communities
    .filter(({ minutes, grids }) => grids > 0 && minutes / grids > board.budget)
    .reduce((total, { grids }) => total + grids, 0)
  return (
    <dl className="lx-burden-sum">
      <div>
        <dt>{t('sum.each', { grids: board.grids })}</dt>
        <dd>{length(each)}</dd>
      </div>
      <div>
        <dt>{t('sum.budget')}</dt>
        <dd>{length(board.budget)}</dd>
      </div>
      <div>
        <dt>{t('sum.beyond')}</dt>
        <dd>{beyond}</dd>
      </div>
      <div>
        <dt>{t('sum.all')}</dt>
        <dd>{length(board.minutes)}</dd>
      </div>
      <div>
        <dt>{t('sum.demands')}</dt>
        <dd>{board.demands.length}</dd>
      </div>
      <div>
        <dt>{t('sum.stopped')}</dt>
        <dd>{stopped.refusedByGate + stopped.returned}</dd>
      </div>
      <div>
        <dt>{t('sum.refused')}</dt>
        <dd>{stopped.refusedByCommunities}</dd>
      </div>
    </dl>
  )
}

const Months = ({ board }: { readonly board: BurdenBoard }) => {
  const t = useWords('burden')
  const { length } = useBurdenWords()
  const say = useTimeWords()
  const most = Math.max(1, ...board.before.map(({ minutes }) => minutes))
  return (
    <Card aria-labelledby="burden-months">
      <h2 id="burden-months">{t('months')}</h2>
      <ul className="lx-burden-bars">
        {board.before.map(({ month, minutes }) => (
          <li key={month} data-now={month === board.month || undefined}>
            <span>{say.month(month)}</span>
            <span className="lx-burden-bar" aria-hidden="true">
              <span style={{ inlineSize: `${(100 * minutes) / most}%` }} />
            </span>
            <strong>{length(minutes)}</strong>
          </li>
        ))}
      </ul>
    </Card>
  )
}
