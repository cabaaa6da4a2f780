import type { Permission } from '../permissions.ts'
import type { Bilingual } from '../schema.ts'

/**
 * A kind of case, as data that serialises to JSON. The same table drives the server's checks, the buttons, the
 * deadlines, the statistics and the generated diagrams; the engine knows no kind by name.
 */
export type Kind = {
  readonly kind: string
  readonly version: number
  readonly name: Bilingual
  readonly report: KindReport
  readonly start: string
  /** How a requester may reopen a closed matter, in calendar days after closing. */
  readonly reopenWindowDays: number
  readonly states: Readonly<Record<string, KindState>>
  readonly clocks: Readonly<Record<string, KindClock>>
  readonly moves: Readonly<Record<string, KindMove>>
  /** What happens when a clock runs out, beside the alert: a move made by the system actor. */
  readonly onExpiry: Readonly<Record<string, string>>
}

/** How a matter of this kind comes about. */
export type KindReport = {
  /** `requester`: somebody raises it, may follow it and is told; `post`: a member of staff writes down what was found. */
  readonly by: 'requester' | 'post'
  readonly permit: Permission
  /** The first sentence of the timeline. `{unit}`: who reported it; `{owner}`: who has it first. */
  readonly sentence: Bilingual
  /** Moves that may be made in the same breath as the report. */
  readonly moves: readonly string[]
}

/** Who must act next. Every open state names one and a clock, so that nothing is ever nobody's. */
export type OwnerRule = 'community' | 'dispatcher' | 'leadUnit' | 'verifier' | 'finder'

/** Where requesters are addressed (“您”), staff read other words. */
export type StaffWords = { readonly name?: Bilingual; readonly sentence?: Bilingual }

export type KindState = {
  readonly name: Bilingual
  /** The sentence that a resident reads. `{owner}` is the unit that has it now. */
  readonly sentence: Bilingual
  readonly staff?: StaffWords
  readonly tone: 'open' | 'waiting' | 'closed'
  /** Entering it counts as a reopening: a new round of assignments begins. */
  readonly reopens?: true
  /** Absent exactly when the state is final. */
  readonly owner?: OwnerRule
  /** The clock whose due time is the deadline of this state. Absent exactly when the state is final. */
  readonly clock?: string
}

export type KindClock = {
  readonly name: Bilingual
  /** `item`: the limit of the catalogue item, in the hours of the lead unit. */
  readonly limit:
    | 'item'
    | { readonly amount: number; readonly kind: 'urgentHour' | 'workingHour' | 'workingDay' | 'calendarDay' }
  /** Per handling unit rather than per case. */
  readonly perAssignment?: true
}

export const INPUT_FIELDS = [
  'words',
  'reason',
  'itemCode',
  'level',
  'units',
  'dueAt',
  'fileIds',
  'solved',
  'satisfaction',
] as const
export type InputField = (typeof INPUT_FIELDS)[number]

export type AssignmentState = 'sent' | 'signed' | 'done' | 'returned'

export type Condition =
  | { readonly input: 'solved'; readonly is: boolean }
  | { readonly assignments: 'allDone' | 'noneOpen' }

export type Rule =
  | 'verifierIsNotHandler'
  | 'withinReopenWindow'
  | 'deadlineChangeNeedsReason'
  /** Only the account that reported it, whatever its post is by now. */
  | 'reporterOnly'

export type AssignmentEffect =
  /** New rows for the units of the input. */
  | { readonly create: 'units' }
  /** One row for the actor's own unit, signed at once. */
  | { readonly create: 'ownUnit' }
  /** The row of the actor's own unit moves from one state to another. */
  | { readonly mine: { readonly from: readonly AssignmentState[]; readonly to: AssignmentState } }
  /** Every row in these states moves to another. */
  | { readonly all: { readonly from: readonly AssignmentState[]; readonly to: AssignmentState } }

export type KindMove = {
  readonly name: Bilingual
  /** What it does to the clocks, told on the button. */
  readonly effect: Bilingual
  /** The sentence of the timeline. `{unit}`: who did it; `{owner}`: who has it next. */
  readonly sentence: Bilingual
  readonly staff?: StaffWords
  readonly permit: Permission
  readonly from: readonly string[]
  /** The first outcome whose condition holds; no outcome = the state stays. */
  readonly outcomes: readonly { readonly when?: Condition; readonly to: string }[]
  readonly needs: readonly InputField[]
  readonly may: readonly InputField[]
  readonly assignment?: AssignmentEffect
  /** Clock effects happen in this order: stop, then start. The clock of the new state starts by itself. */
  readonly stop: readonly string[]
  readonly start: readonly string[]
  readonly rules: readonly Rule[]
  /** Name of the event in the past tense, without the `case.` in front. */
  readonly event: string
  /** Whether the requester reads this step's words, and whether a message goes out. */
  readonly tellsRequester: boolean
}
