import { type CaseStep, getKind, type SettingValue } from '@lianxin/contract'

export type NegativeCause = keyof SettingValue<'negativeTriggers'>

/** What the rounds of a matter say so far, beside the step itself. */
export type Rounds = {
  /** How often a check found that what was reported done was not. */
  readonly foundUndone: number
  readonly judgedSatisfaction: number | null
}

/** The causes of the negative list that a step of a counted matter meets by the rule in force. Being late is found by time. */
export function causesOf(
  step: CaseStep,
  { foundUndone, judgedSatisfaction }: Rounds,
  rule: SettingValue<'negativeTriggers'>,
): readonly NegativeCause[] {
  if (step.answer?.excluded || step.flags?.some(({ flag }) => flag === 'excluded')) return []
  const kind = getKind(step.kind, step.kindVersion)
  const move = kind.moves[step.move]
  const reopened = step.from !== step.to && kind.states[step.to]?.reopens === true
  const judged = move?.needs.includes('solved') === true
  const { reopenedTwice, dissatisfied, falseClosing } = rule
  return [
    ...(reopenedTwice.on && reopened && step.reopenedCount >= reopenedTwice.times
      ? (['reopenedTwice'] as const)
      : []),
    ...(dissatisfied.on && judged && judgedSatisfaction !== null && judgedSatisfaction <= dissatisfied.atMost
      ? (['dissatisfied'] as const)
      : []),
    ...(falseClosing.on && move?.event === 'failed' && foundUndone >= falseClosing.times
      ? (['falseClosing'] as const)
      : []),
  ]
}

/** The unit whose refusal of a whistle the district overruled with this step; null: none. */
export function overruledUnit({ kind, move, assignmentId, assignments }: CaseStep): string | null {
  if (kind !== 'whistle' || move !== 'overrule') return null
  return assignments.find(({ id }) => id === assignmentId)?.unitId ?? null
}
