import { type Kind, type TimelineStep, toneOf, type Waits } from '@lianxin/contract'
import type { CaseFacts } from './case-facts.ts'

/**
 * Why a matter is on hold, from the step that put it there; null where its state does not wait for a date.
 * @param steps as they are told to the reader, newest first
 */
export function waitsFor(
  kind: Kind,
  { state, choices }: Pick<CaseFacts, 'state' | 'choices'>,
  steps: readonly TimelineStep[],
): Waits | null {
  const held = kind.states[state]
  const limit = kind.clocks[held?.clock ?? '']?.limit
  if (!held || toneOf(held) !== 'waiting' || typeof limit !== 'object' || !('until' in limit)) return null
  const step = steps.find(({ from, to }) => to === state && from !== state)
  if (!step) return null
  const [chosen] = (kind.moves[step.move]?.tells ?? []).map(
    (name) => kind.choices?.[name]?.options[choices[name] ?? ''],
  )
  return { why: chosen ?? null, words: step.words, by: step.unit, since: step.at }
}
