import type { CalledUnit } from '@lianxin/contract/whistle/whistle-board'
import { Drawer, Skeleton } from 'antd'
import { useState } from 'react'
import { useMe } from '../../../data/me.ts'
import { useSay } from '../../../features/case/use-say.ts'
import '../../../features/rating/evaluation.css'
import { useAdvice, useWhistleBoard } from '../../../features/whistle/use-called.ts'
import { useWords } from '../../../messages/words.ts'
import { monthsBefore } from '../../../ui/months-before.ts'
import { Select } from '../../../ui/select.tsx'
import { useTimeWords } from '../../../ui/time-words.ts'
import { Problem } from '../problem.tsx'
import { AdviceList } from './advice-list.tsx'
import { CalledTable } from './called-table.tsx'
import { RatedCalls } from './rated-calls.tsx'
import './whistles.css'

/** Not a month: the last twelve. */
const YEAR = 'year'

/** How units came when they were called, what subdistricts advise on it, and what the units answer. */
export const WhistlesScreen = () => {
  const t = useWords('whistle-desk')
  const say = useSay()
  const times = useTimeWords()
  const me = useMe()
  const may = (permit: string) => me.data?.can.includes(permit) === true
  const [month, setMonth] = useState<string>()
  const [opened, setOpened] = useState<CalledUnit['unit'] | null>(null)
  const [sent, setSent] = useState(false)
  const board = useWhistleBoard(month, may('whistle.board'))
  const advice = useAdvice(may('whistle.readAdvice'))
  const waits = advice.data?.some(({ mayAnswer }) => mayAnswer) === true
  const letters = may('whistle.readAdvice') && (
    <section aria-labelledby="advice">
      <h2 id="advice">{t('advice.heading')}</h2>
      <p className="desk-quiet">{t('advice.lead')}</p>
      {sent && <p role="status">{t('advice.sent')}</p>}
      {advice.error && <Problem error={advice.error} again={() => void advice.refetch()} />}
      {advice.isPending && <Skeleton active title={false} />}
      {advice.data && <AdviceList rows={advice.data} />}
    </section>
  )
  return (
    <main id="main" tabIndex={-1} className="desk-page whistles">
      <h1>{t('heading')}</h1>
      <p className="desk-quiet">{t('lead')}</p>
      {waits && letters}
      <section aria-labelledby="called" className="lx-evaluation">
        <h2 id="called">{t('board.heading')}</h2>
        <div className="lx-evaluation-tools">
          <Select
            label={t('board.month')}
            value={month ?? YEAR}
            onChange={(chosen) => setMonth(chosen === YEAR ? undefined : chosen)}
            options={[
              { value: YEAR, label: t('board.year') },
              ...monthsBefore(board.data?.at ?? 0).map((one) => ({ value: one, label: times.month(one) })),
            ]}
          />
        </div>
        {board.error && <Problem error={board.error} again={() => void board.refetch()} />}
        {board.isPending && <Skeleton active />}
        {board.data && <CalledTable board={board.data} open={setOpened} />}
      </section>
      {!waits && letters}
      <Drawer
        open={opened !== null}
        onClose={() => setOpened(null)}
        title={opened && t('rated.heading', { unit: say.name(opened) })}
        size={520}
        destroyOnHidden
      >
        {opened && (
          <RatedCalls
            unit={opened}
            month={month}
            mayAdvise={may('whistle.advise')}
            onSent={() => {
              setOpened(null)
              setSent(true)
            }}
          />
        )}
      </Drawer>
    </main>
  )
}
