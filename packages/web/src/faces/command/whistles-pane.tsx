import type { CallView, OpenWhistle } from '@lianxin/contract/whistle/whistle-views'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { ScrollRegion } from './scroll-region.tsx'
import { useWallTime } from './wall-time.ts'
import './whistles-pane.css'

const SOON_MS = 15 * 60_000

const toneOf = (dueAt: number, now: number) =>
  dueAt <= now ? 'overdue' : dueAt - now < SOON_MS ? 'due-soon' : 'open'

interface CallProps {
  readonly call: CallView
  readonly now: number
}

/** One called unit: where it is with the call, and the clock that runs against it now. */
const Call = ({ call, now }: CallProps) => {
  const t = useWords('command')
  const time = useWallTime()
  const { locale } = usePreferences()
  const { unit, stateName, state } = call
  const waits = state === 'sent' ? call.answerDueAt : state === 'signed' ? call.arriveDueAt : null
  return (
    <li className="wall-call" data-tone={waits === null ? 'closed' : toneOf(waits, now)} data-state={state}>
      <strong>{locale === 'en' ? unit.nameEn : unit.name}</strong>
      <span>{locale === 'en' ? stateName.en : stateName.zh}</span>
      {waits !== null && (
        <span className="wall-call-time">
          <span className="wall-call-what">
            {t(`whistles.${state === 'sent' ? 'answer' : 'arrive'}.${waits <= now ? 'over' : 'left'}`)}
          </span>{' '}
          {time.left(waits, now)}
        </span>
      )}
    </li>
  )
}

/** Open whistles, each with its departments and their clocks. Nothing is shown where nobody is called. */
export const WhistlesPane = ({
  whistles,
  now,
}: {
  readonly whistles: readonly OpenWhistle[]
  readonly now: number
}) => {
  const t = useWords('command')
  const { locale } = usePreferences()
  if (whistles.length === 0) return null
  return (
    <div className="wall-whistles">
      <h2 id="wall-whistles">{t('whistles.heading', { count: whistles.length })}</h2>
      <ScrollRegion labelledBy="wall-whistles">
        <ul>
          {whistles.map(({ id, number, causeName, place, gridCode, calls }) => (
            <li key={id} className="wall-whistle">
              <Link to="/desk/case/$id" params={{ id }} preload={false} className="wall-told">
                <strong>{locale === 'en' ? causeName.en : causeName.zh}</strong>
                <span className="wall-where">
                  {locale === 'en' ? place.nameEn : place.name}
                  {gridCode && ` ${t('due.grid', { serial: Number(gridCode.slice(-3)) })}`} · {number}
                </span>
              </Link>
              <ul>
                {calls.map((call) => (
                  <Call key={call.assignmentId} call={call} now={now} />
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </ScrollRegion>
    </div>
  )
}
