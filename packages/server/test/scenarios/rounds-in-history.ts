import type { CaseStep, RatedLateness, RatedResponse, RatedRound, RatedVerdict } from '@lianxin/contract'
import type { StoredEvent } from '../../src/kernel/event-store.ts'

type History = readonly StoredEvent<CaseStep>[]

const isExcluded = (step: CaseStep | undefined) =>
  step?.flags.some(({ flag }) => flag === 'excluded') ?? false

/** The rounds of a matter, read off its whole history at once: another way than the one that is stored step by step. */
export function roundsIn(history: History): readonly RatedRound[] {
  const last = history.at(-1)?.payload
  const steps = history.map(({ payload, recordedAt }) => ({ ...payload, at: recordedAt }))
  const roundOf = (index: number) => {
    const step = steps[index] as (typeof steps)[number]
    return step.reopenedCount - (step.to === 'reopened' && step.from !== 'reopened' ? 1 : 0)
  }
  return Array.from({ length: (last?.reopenedCount ?? 0) + 1 }, (_, round) => {
    const own = steps.filter((_step, index) => roundOf(index) === round)
    const reopening = steps.find(
      (step) => step.to === 'reopened' && step.from !== 'reopened' && step.reopenedCount === round + 1,
    )
    const closing = own.find((step) => step.closedAt !== null)
    const ending = closing ?? reopening
    const verdict = own.find((step) => step.move === 'judge')
    const until = ending ?? own.at(-1)
    const endedAt = closing ? closing.closedAt : (reopening?.at ?? null)
    const late = lateUnits(until, round, objectors(history))
      .filter(({ led, lateFrom }) => led && (endedAt === null || lateFrom < endedAt))
      .map(({ lateFrom }) => lateFrom)
    return {
      ...{ round, endedAt },
      startedAt:
        round === 0
          ? Number(steps[0]?.openedAt)
          : Number(steps.find((one) => one.reopenedCount === round)?.at),
      end: closing ? (closing.to as RatedRound['end']) : reopening ? 'reopened' : null,
      lateFrom: late.length === 0 ? null : Math.min(...late),
      judgedAt: verdict?.at ?? null,
      solved: verdict?.solved ?? null,
      satisfaction: verdict?.satisfaction ?? null,
      // Whatever was joined was not answered here.
      reopenedAt: reopening?.from === 'merged' ? null : (reopening?.at ?? null),
      excluded: isExcluded(last),
      excludedAt: own.find((step) => step.move === 'exclude')?.at ?? null,
      rung:
        (closing ?? own.filter((step) => step.to !== 'reopened').at(-1) ?? own.at(-1))?.rung ?? 'community',
    }
  })
}

/** What the requester of a joined matter said where it went on, one for each answer there. `all`: every history. */
export function verdictsIn(
  history: History,
  all: readonly History[],
): readonly (RatedVerdict & { readonly of: string })[] {
  const about = history.filter(({ payload }) => payload.answer)
  const answers = Map.groupBy(about, ({ payload: { answer } }) => `${answer?.caseId} ${answer?.round}`)
  return [...answers].map(([of, steps]) => {
    const verdict = steps.find(({ payload }) => payload.move === 'judgeJoined')
    const elsewhere = all.find(([first]) => of.startsWith(first?.streamId ?? '-'))
    return {
      of,
      judgedAt: verdict?.recordedAt ?? null,
      solved: verdict?.payload.solved ?? null,
      satisfaction: verdict?.payload.satisfaction ?? null,
      reopenedAt: steps.find(({ payload }) => payload.to === 'reopened')?.recordedAt ?? null,
      excluded: [history, elsewhere].some((one) => isExcluded(one?.at(-1)?.payload)),
    }
  })
}

/** Assignment by assignment of a round: whose first handling deadline was not kept, or still runs. */
function lateUnits(step: CaseStep | undefined, round: number, objected: ReadonlyMap<string, number>) {
  const there = step?.assignments.filter((one) => one.round === round) ?? []
  const left = there.filter(({ state }) => state !== 'returned')
  const leads = left.some(({ role }) => role === 'lead')
  return there.flatMap(({ id, unitId, role }) => {
    const [first] = (step?.clocks ?? [])
      .filter((one) => one.clock === 'handle' && one.assignmentId === id)
      .filter((one) => one.stoppedAt === null || one.stoppedAt > one.dueAt)
      .map((one) => one.dueAt)
      .filter((dueAt) => dueAt < (objected.get(id) ?? Number.POSITIVE_INFINITY))
      .toSorted((one, other) => one - other)
    const led = role === 'lead' || (!leads && left.at(-1)?.id === id)
    return first === undefined ? [] : [{ unitId, led, lateFrom: first }]
  })
}

/** Assignments that were taken off a unit while its objection stood, and since when it had stood. */
function objectors(history: History): ReadonlyMap<string, number> {
  const ends = ['upholdObjection', 'dismissObjection', 'sign']
  return new Map(
    history.flatMap(({ payload: { move, assignmentId }, recordedAt }, index) => {
      if (move !== 'object' || assignmentId === null) return []
      const end = history
        .slice(index + 1)
        .find(
          ({ payload: one }) =>
            one.move === 'recall' || (one.assignmentId === assignmentId && ends.includes(one.move)),
        )
      const off = ['upholdObjection', 'recall'].includes(end?.payload.move ?? '')
      return off ? [[assignmentId, recordedAt] as const] : []
    }),
  )
}

/** The units that were answerable for a round and late, each once. */
export const lateIn = (history: History): readonly (RatedLateness & { readonly unitId: string })[] =>
  roundsIn(history).flatMap(({ round, ...one }) => {
    const late = lateUnits(history.at(-1)?.payload, round, objectors(history)).filter(({ led }) => led)
    return [...Map.groupBy(late, ({ unitId }) => unitId)].map(([unitId, all]) => ({
      ...{ ...one, unitId },
      lateFrom: Math.min(...all.map(({ lateFrom }) => lateFrom)),
    }))
  })

export const responsesIn = (history: History): readonly RatedResponse[] => {
  const last = history.at(-1)?.payload
  const excluded = isExcluded(last)
  return (last?.clocks ?? []).filter(({ clock }) => clock === 'sign').map((one) => ({ ...one, excluded }))
}
