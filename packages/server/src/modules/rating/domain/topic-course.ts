import type { CaseStep, Kind } from '@lianxin/contract'
import type { StoredEvent } from '../../../kernel/event-store.ts'

type Step = StoredEvent<CaseStep>

/** When the measures were done last. */
export const finishedIn = (steps: readonly Step[]): number | null =>
  steps.findLast(({ payload }) => payload.to === 'observing' && payload.from !== 'observing')?.recordedAt ??
  null

/** What one unit does, and where its words are kept, if they are for everybody to read. */
export type MeasureStep = {
  readonly unitId: string
  readonly wordsId: string | null
  readonly dueAt: number | null
  readonly doneAt: number | null
}

/** The newest measures of each unit, in the order in which they were first named; asked to go on, they are named anew. */
export function measuresIn(kind: Kind, steps: readonly Step[]): readonly MeasureStep[] {
  const present = steps.slice(steps.findLastIndex(({ payload }) => payload.move === 'goOn') + 1)
  const last = steps.at(-1)?.payload
  const named = present.filter(({ payload }) => payload.move === 'setMeasures')
  return [...Map.groupBy(named, ({ payload }) => payload.unitId ?? '')].map(([unitId, own]) => {
    const assignmentIds = last?.assignments.filter((one) => one.unitId === unitId).map(({ id }) => id) ?? []
    const work = last?.clocks.findLast(
      ({ clock, assignmentId }) => clock === 'work' && assignmentIds.includes(assignmentId ?? ''),
    )
    const done = present.findLast(({ payload }) => payload.move === 'finish' && payload.unitId === unitId)
    return {
      unitId,
      wordsId: publicWordsId(kind, own.at(-1)),
      ...{ dueAt: work?.dueAt ?? null, doneAt: done?.recordedAt ?? null },
    }
  })
}

/** What was said of the result, if that is for everybody to read. */
export const conclusionIn = (kind: Kind, steps: readonly Step[]): string | null =>
  publicWordsId(
    kind,
    steps.findLast(({ payload }) => payload.move === 'conclude'),
  )

function publicWordsId({ moves }: Kind, step: Step | undefined): string | null {
  if (!step || !moves[step.payload.move]?.public) return null
  return step.payload.contentIds.find(({ field }) => field === 'words')?.id ?? null
}
