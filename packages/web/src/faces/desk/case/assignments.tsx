import type { CaseView } from '@lianxin/contract/case/case-views'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { ClockBar } from '../../../ui/clock-bar.tsx'

/** Which units have it, how far each is, and the clocks that run. */
export const Assignments = ({ kase }: { readonly kase: CaseView }) => {
  const t = useWords('desk')
  const words = useWords('case')
  const say = useSay()
  const running = kase.clocks.filter((clock) => clock.stoppedAt === null)
  const stopped = kase.clocks.filter((clock) => clock.stoppedAt !== null)
  const unitOf = ({ assignmentId, unitName }: CaseView['clocks'][number]) => {
    const unit = kase.assignments.find(({ id }) => id === assignmentId)?.unit
    return unit ? say.name(unit) : unitName
  }
  const row = (clock: CaseView['clocks'][number]) => (
    <li key={clock.id}>
      <span className="clock-name">
        {say.text(clock.name)}
        {unitOf(clock) && <span className="desk-quiet"> · {unitOf(clock)}</span>}
      </span>
      <ClockBar
        startedAt={clock.startedAt}
        dueAt={clock.dueAt}
        stoppedAt={clock.stoppedAt}
        provisional={clock.provisional}
      />
    </li>
  )
  return (
    <>
      {kase.assignments.length === 0 ? (
        <p className="desk-quiet">{t('context.noAssignments')}</p>
      ) : (
        <ul className="units">
          {kase.assignments.map((assignment) => (
            <li key={assignment.id}>
              <strong>{say.name(assignment.unit)}</strong>
              <span className="desk-quiet">
                {assignment.stateName
                  ? say.text(assignment.stateName)
                  : `${words(`role.${assignment.role}`)} · ${words(`assignment.${assignment.state}`)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {running.length > 0 && <ul className="clocks">{running.map(row)}</ul>}
      {stopped.length > 0 && (
        <details>
          <summary>{t('context.stoppedClocks', { count: stopped.length })}</summary>
          <ul className="clocks">{stopped.map(row)}</ul>
        </details>
      )}
    </>
  )
}
