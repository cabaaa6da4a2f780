import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Drawer, Skeleton } from 'antd'
import { useState } from 'react'
import { useMe } from '../../data/me.ts'
import { useSay } from '../../features/case/use-say.ts'
import { EvaluationBoard } from '../../features/rating/evaluation-board.tsx'
import type { UnitLink } from '../../features/rating/evaluation-rows.tsx'
import type { EvaluationSearch } from '../../features/rating/evaluation-search.ts'
import { UpwardResults } from '../../features/rating/upward-results.tsx'
import { type OpenedNumber, useEvaluatedCases } from '../../features/rating/use-evaluation.ts'
import { useWords } from '../../messages/words.ts'
import { Time } from '../../ui/time.tsx'
import { AnswerUpward } from './answer-upward.tsx'
import { DeskTopics } from './desk-topics.tsx'
import { Problem } from './problem.tsx'
import { RecurrenceList, type Recurring } from './recurrence-list.tsx'

interface BehindProps {
  readonly search: EvaluationSearch
  readonly opened: OpenedNumber
}

/** The matters that a number counts, as far as this post sees. */
const Behind = ({ search, opened }: BehindProps) => {
  const t = useWords('rating')
  const say = useSay()
  const cases = useEvaluatedCases(search, opened)
  if (cases.error) return <Problem error={cases.error} again={() => void cases.refetch()} />
  if (!cases.data) return <Skeleton active title={false} paragraph={{ rows: 6 }} />
  const matters = new Set(cases.data.map(({ id }) => id)).size
  const times = cases.data.reduce((sum, one) => sum + one.times, 0)
  return (
    <>
      <p className="desk-quiet">{t('behind', { count: matters, times: times === matters ? 0 : times })}</p>
      <ul className="alerts">
        {cases.data.map((one) => (
          <li key={`${one.id} ${one.unitName}`}>
            <Link to="/desk/case/$id" params={{ id: one.id }} preload={false} className="alert">
              <span className="alert-words">
                <strong>
                  {one.itemName ? say.name({ name: one.itemName, nameEn: one.itemNameEn ?? '' }) : one.number}
                </strong>
                <span className="desk-quiet">
                  {[
                    one.number,
                    say.name({ name: one.placeName, nameEn: one.placeNameEn }),
                    one.unitName && say.name({ name: one.unitName, nameEn: one.unitNameEn ?? '' }),
                    one.times > 1 && t('times', { times: one.times }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <Time at={one.openedAt} still />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

/** To the unit's own page: its negative list, rectifications and answers. */
const ToUnit: UnitLink = ({ id, children }) => (
  <Link to="/desk/evaluation/$id" params={{ id }} preload={false}>
    {children}
  </Link>
)

/** The same published rates, with the matters behind each number. */
export const EvaluationScreen = () => {
  const t = useWords('rating')
  const search = useSearch({ from: '/desk/desk/evaluation' })
  const navigate = useNavigate()
  const me = useMe()
  const [opened, setOpened] = useState<OpenedNumber | null>(null)
  const [recurring, setRecurring] = useState<Recurring | null>(null)
  const may = me.data?.can.includes('rating.list') === true
  return (
    <main id="main" tabIndex={-1} className="desk-page">
      <h1>{t('heading')}</h1>
      <p className="desk-quiet">{t('lead')}</p>
      <EvaluationBoard
        search={search}
        narrow={(narrowed) => void navigate({ to: '/desk/evaluation', search: narrowed, replace: true })}
        {...(may ? { open: setOpened, unitLink: ToUnit } : {})}
      />
      {may && <RecurrenceList search={search} open={setRecurring} />}
      {may && <DeskTopics />}
      <UpwardResults answer={(board, unitId) => <AnswerUpward board={board} unitId={unitId} />} />
      <Drawer
        open={opened !== null}
        onClose={() => setOpened(null)}
        title={opened && `${opened.name} · ${t(`count.${opened.count}`)}`}
        size={480}
        destroyOnHidden
      >
        {opened && <Behind search={search} opened={opened} />}
      </Drawer>
      <Drawer
        open={recurring !== null}
        onClose={() => setRecurring(null)}
        title={recurring?.opened.name}
        size={480}
        destroyOnHidden
      >
        {recurring && <Behind {...recurring} />}
      </Drawer>
    </main>
  )
}
