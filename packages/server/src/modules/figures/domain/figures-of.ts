import {
  type CaseStep,
  getKind,
  HOUR_MS,
  type KindState,
  STEP_COUNTS,
  type StepCounts,
} from '@lianxin/contract'
import type { StoredEvent } from '../../../kernel/event-store.ts'

/** An open matter as it is counted. */
export type OpenCase = {
  readonly caseId: string
  readonly kind: string
  readonly kindVersion: number
  readonly state: string
  readonly placeCode: string
  readonly itemCode: string | null
  readonly itemVersion: number | null
  readonly ownerUnitId: string | null
  readonly openedAt: number
  readonly dueAt: number
}

/** What one step of a matter adds to the figures. */
export type StepFigures = {
  readonly caseId: string
  /** The matter after it; null when it is not open any more. */
  readonly open: OpenCase | null
  readonly hourAt: number
  readonly placeCode: string
  readonly counts: StepCounts
}

/** The final states of all kinds, and what each of them counts as. */
export const ENDS = {
  ...{ closed: 'closed', selfHandled: 'selfHandled', withdrawn: 'withdrawn' },
  ...{ merged: 'merged', transferred: 'transferred' },
} as const

export const NO_STEPS: StepCounts = Object.fromEntries(STEP_COUNTS.map((name) => [name, 0])) as StepCounts

/** Is this a step of a matter that the figures count? Votes, whistles and the like are no matters that somebody waits for. */
export const isCounted = (event: StoredEvent): boolean => {
  const { kind, kindVersion } = event.payload as CaseStep
  return getKind(kind, kindVersion).counted === true
}

/** What a step of a matter adds to the figures, read off its kind: a new kind is counted without a word here. */
export function figuresOf({ streamId: caseId, recordedAt, payload }: StoredEvent<CaseStep>): StepFigures {
  const kind = getKind(payload.kind, payload.kindVersion)
  const target: KindState | undefined = kind.states[payload.to]
  const entered = payload.from !== payload.to
  const ended = (end: keyof typeof ENDS) => entered && payload.to === ENDS[end]
  const move = kind.moves[payload.move]
  // Left out of the rates: it is counted as that, and as nothing else that a rate divides.
  const excluded = payload.flags?.some(({ flag }) => flag === 'excluded') === true
  const count = (holds: boolean | undefined) => (holds ? 1 : 0)
  return {
    caseId,
    open: openAfter(caseId, payload),
    hourAt: Math.floor(recordedAt / HOUR_MS) * HOUR_MS,
    placeCode: payload.placeCode,
    counts: {
      registered: count(payload.from === null),
      answered: count(entered && target?.clock === 'verify'),
      closed: count(!excluded && ended('closed')),
      reopened: count(entered && target?.reopens),
      withdrawn: count(ended('withdrawn')),
      selfHandled: count(ended('selfHandled')),
      merged: count(ended('merged')),
      transferred: count(ended('transferred')),
      excluded: count(move?.raise?.includes('excluded')),
      climbed: count(move?.climbs),
    },
  }
}

const openAfter = (caseId: string, step: CaseStep): OpenCase | null =>
  step.dueAt === null || step.closedAt !== null
    ? null
    : {
        caseId,
        kind: step.kind,
        kindVersion: step.kindVersion,
        state: step.to,
        placeCode: step.placeCode,
        itemCode: step.itemCode,
        itemVersion: step.itemVersion,
        ownerUnitId: step.ownerUnitId,
        openedAt: step.openedAt,
        dueAt: step.dueAt,
      }

export type HourFigures = Pick<StepFigures, 'hourAt' | 'placeCode' | 'counts'>

/** Many steps as few rows: the last word on each matter, and one sum for each hour and place. */
export function gather(steps: readonly StepFigures[]) {
  const open = new Map<string, OpenCase | null>()
  const hours = new Map<string, HourFigures>()
  for (const { caseId, open: after, hourAt, placeCode, counts } of steps) {
    open.set(caseId, after)
    if (STEP_COUNTS.every((name) => counts[name] === 0)) continue
    const key = `${hourAt} ${placeCode}`
    const sum = hours.get(key)?.counts ?? NO_STEPS
    hours.set(key, { hourAt, placeCode, counts: addCounts(sum, counts) })
  }
  const still = [...open.values()].filter((one) => one !== null)
  const gone = [...open].flatMap(([caseId, one]) => (one === null ? [caseId] : []))
  return { open: still, gone, hours: [...hours.values()] }
}

export const addCounts = (one: StepCounts, other: StepCounts): StepCounts =>
  Object.fromEntries(STEP_COUNTS.map((name) => [name, one[name] + other[name]])) as StepCounts
