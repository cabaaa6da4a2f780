import { type CaseStep, getKind, type SettingValue } from '@lianxin/contract'
import { reopensAnswer } from './rounds-of.ts'

export type NegativeCause = keyof SettingValue<'negativeTriggers'>

/** What the rounds of a matter say so far, beside the step itself. */
export type Rounds = {
  /** How often a check found that what was reported done was not. */
  readonly foundUndone: number
  readonly judgedSatisfaction: number | null
  /** How often it was reopened after an answer, with this step. */
  readonly reopened: number
}

/** What one step can say; being late is found by time, and a refusal is told of a whistle. */
type StepCause = 'reopenedTwice' | 'dissatisfied' | 'falseClosing'

/** The causes that a step of a counted matter can meet, whatever rounds and rule say: of most steps none, and they ask neither. */
export function possibleCauses(step: CaseStep): readonly StepCause[] {
  if (step.answer?.excluded || step.flags?.some(({ flag }) => flag === 'excluded')) return []
  const move = getKind(step.kind, step.kindVersion).moves[step.move]
  const possible = {
    reopenedTwice: reopensAnswer(step),
    dissatisfied: move?.needs.includes('solved') === true,
    falseClosing: move?.event === 'failed',
  }
  return STEP_CAUSES.filter((cause) => possible[cause])
}
const STEP_CAUSES = ['reopenedTwice', 'dissatisfied', 'falseClosing'] as const

/** Those of them that it meets by the rule in force. */
export function causesOf(
  step: CaseStep,
  { foundUndone, judgedSatisfaction, reopened }: Rounds,
  rule: SettingValue<'negativeTriggers'>,
): readonly StepCause[] {
  const { reopenedTwice, dissatisfied, falseClosing } = rule
  const met = {
    reopenedTwice: reopenedTwice.on && reopened >= reopenedTwice.times,
    dissatisfied: dissatisfied.on && judgedSatisfaction !== null && judgedSatisfaction <= dissatisfied.atMost,
    falseClosing: falseClosing.on && foundUndone >= falseClosing.times,
  }
  return possibleCauses(step).filter((cause) => met[cause])
}

/** The unit whose refusal of a whistle the district overruled with this step; null: none. */
export function overruledUnit({ kind, move, assignmentId, assignments }: CaseStep): string | null {
  if (kind !== 'whistle' || move !== 'overrule') return null
  return assignments.find(({ id }) => id === assignmentId)?.unitId ?? null
}
