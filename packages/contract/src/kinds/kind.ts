import type { Permission, Role } from '../permissions.ts'
import type { Vote } from '../rules/vote.ts'
import type { UnitHours } from '../rules/working-calendar.ts'
import type { Bilingual } from '../schema.ts'
import type { ItemLadders } from '../setting/item-ladders.ts'
import type { Ladder } from '../setting/ladder.ts'
import type { AssignmentState } from './assignment-states.ts'
import type { Condition } from './kind-condition.ts'
import type { KindChoice, KindFlag } from './kind-notes.ts'
import type { KindOrigin } from './kind-origin.ts'
import type { Rule } from './kind-rule.ts'
import type { OwnerRule } from './owner-rule.ts'

export { ASSIGNMENT_STATES, type AssignmentState, BUSY_ASSIGNMENTS } from './assignment-states.ts'
export type { Condition } from './kind-condition.ts'
export type { KindChoice, KindFlag } from './kind-notes.ts'
export type { KindOrigin } from './kind-origin.ts'
export type { Rule } from './kind-rule.ts'
export type { OwnerRule } from './owner-rule.ts'

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
  /** What is noted of a matter beside its state: a fact, or something that somebody is asked to decide. */
  readonly flags?: Readonly<Record<string, KindFlag>>
  /** Closed lists from which a move asks for one: a cause, a route, an outcome. */
  readonly choices?: Readonly<Record<string, KindChoice>>
  /** Office hours by which its clocks run, where a district has decided its own. */
  readonly hours?: UnitHours
  /** Who is told of a handling clock that ran out, where a district has decided it. */
  readonly ladder?: Ladder
  /** Rungs of single items, in place of those of their level. */
  readonly itemLadders?: ItemLadders
  /** Aspects that a move may ask to be rated, from 1 to 5. */
  readonly scores?: Readonly<Record<string, Bilingual>>
  /** What the states of an assignment are called where this kind has words of its own for them. */
  readonly assignmentNames?: Readonly<Partial<Record<AssignmentState, Bilingual>>>
  /** Counted votes by which a move can be decided. */
  readonly votes?: Readonly<Record<string, Vote>>
  /** A matter that residents or the grid raise to be settled: the figures of the district count these and no others. */
  readonly counted?: true
  /** Read by its own circle only: those who take part, whatever the reach of others. */
  readonly confidential?: true
  /** The role, in the unit that wrote it down, of whoever can be named for it. */
  readonly namedRole?: Role
}

/** How a matter of this kind comes about. */
export type KindReport = {
  /**
   * `requester`: somebody raises it, may follow it and is told; `post`: a member of staff writes down what was found;
   * `system`: another module asks for it by an event.
   */
  readonly by: 'requester' | 'post' | 'system'
  readonly permit: Permission
  /** The first sentence of the timeline. `{unit}`: who reported it; `{owner}`: who has it first. */
  readonly sentence: Bilingual
  /** `admission`: only with one of the burden gate, for the place where it is raised. */
  readonly needs?: 'admission'
  /** It hangs on a matter of this kind that is in one of these states: that one does not close before it. */
  readonly under?: { readonly kind: string; readonly states: readonly string[] }
  /** What it says is for everybody to read, in the states that are public. */
  readonly public?: true
  /** It can come from a matter on which the reporter's unit is asked for it: see {@link KindOrigin}. */
  readonly comesFrom?: KindOrigin
  /** Moves that may be made in the same breath as the report. */
  readonly moves: readonly string[]
  /** It is between so many people, each of whom follows it alone and answers for nobody else. */
  readonly parties?: { readonly atLeast: number; readonly atMost: number }
}

/** Where requesters are addressed (“您”), staff read other words. */
export type StaffWords = { readonly name?: Bilingual; readonly sentence?: Bilingual }

export type KindState = {
  readonly name: Bilingual
  /** The sentence that a resident reads. `{owner}` is the unit that has it now. */
  readonly sentence: Bilingual
  readonly staff?: StaffWords
  readonly tone: 'open' | 'waiting' | 'closed'
  /** It ends the matter without what was asked for: no success, and shown as none. Only where it is closed. */
  readonly unmet?: true
  /** Everybody can read it in this state: its public words, its votes and what hangs on it. */
  readonly public?: true
  /** Where matters in this state stand on the ladder, where that is below their owner. */
  readonly rung?: 'grid'
  /** Entering it counts as a reopening: a new round of assignments begins. */
  readonly reopens?: true
  /** Absent exactly when the state is final. */
  readonly owner?: OwnerRule
  /** The clock whose due time is the deadline of this state. Absent exactly when the state is final. */
  readonly clock?: string
}

export type KindClock = {
  readonly name: Bilingual
  /**
   * `item`: the limit of the catalogue item, in the hours of the lead unit. `until`: the date that the move names, at most
   * so many calendar days ahead. `choice`: as the matter's choice says.
   */
  readonly limit:
    | 'item'
    | ClockLimit
    | { readonly until: number }
    | { readonly choice: string; readonly of: Readonly<Record<string, ClockLimit>> }
  /** Per handling unit rather than per case. */
  readonly perAssignment?: true
  /**
   * The ladder leads up from it, as from the limit of the catalogue item, although its limit is the kind's own. `workingHours`:
   * what counts as the whole of a limit that is a date.
   */
  readonly laddered?: true | { readonly workingHours: number }
  /** The law's own: a district may give as much or more, counted in the same way, and never less. */
  readonly atLeast?: number
  /** Where its limit depends on a choice: the district's own limits stand in this setting, by option, under this name. */
  readonly decidedBy?: { readonly setting: string; readonly part: string }
}

export type ClockLimit = {
  readonly amount: number
  readonly kind: 'urgentHour' | 'workingHour' | 'workingDay' | 'calendarDay'
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
  /** Another matter that this one is joined with. */
  'otherId',
  /** The assignment that a decision is about. */
  'assignmentId',
  /** The short code that the other side shows. */
  'arrivalCode',
  'scores',
  'tally',
  /** The entry of a duty list of the place that says whose this is. */
  'dutyCode',
  /** Somebody of the unit that reported it, who is asked to take it on. */
  'personId',
] as const
export type InputField = (typeof INPUT_FIELDS)[number]

export type AssignmentEffect =
  /** New rows for the units of the input: one of them leads, unless they join others of whom one leads already. */
  | { readonly create: 'units' }
  /**
   * The same, all of them beside the unit that leads already. `peersOnly`: it is the lead who calls them, and so they are
   * departments and offices, no community and nobody below it.
   */
  | { readonly create: 'coHandlers'; readonly peersOnly?: true }
  /** One row for the actor's own unit, signed at once. */
  | { readonly create: 'ownUnit' }
  /** The row of the actor's own unit moves from one state to another, or stays as it is. */
  | { readonly mine: { readonly from: readonly AssignmentState[]; readonly to?: AssignmentState } }
  /** Every row in these states moves to another. */
  | { readonly all: { readonly from: readonly AssignmentState[]; readonly to: AssignmentState } }
  /** The row that the input names. */
  | { readonly chosen: { readonly from: readonly AssignmentState[]; readonly to?: AssignmentState } }
  /** The row whose code was shown by the other side: the actor's own, or any row when the actor's unit reported it. */
  | { readonly byCode: { readonly from: readonly AssignmentState[]; readonly to: AssignmentState } }

export type KindMove = {
  readonly name: Bilingual
  /** What it does to the clocks, told on the button. */
  readonly effect: Bilingual
  /** The sentence of the timeline. `{unit}`: who did it; `{owner}`: who has it next; `{about}`: the unit that it is about. */
  readonly sentence: Bilingual
  readonly staff?: StaffWords
  readonly permit: Permission
  readonly from: readonly string[]
  /** The first outcome whose condition holds; no outcome = the state stays. */
  readonly outcomes: readonly {
    readonly when?: Condition
    readonly to: string
    /** Flags that this outcome raises beside those of the move. */
    readonly raise?: readonly string[]
  }[]
  readonly needs: readonly InputField[]
  readonly may: readonly InputField[]
  readonly assignment?: AssignmentEffect
  /** Rows of other units in `from` move too: whoever gave it back is released when another signs. Their clocks stop. */
  readonly others?: { readonly from: readonly AssignmentState[]; readonly to: AssignmentState }
  /** The aspects that it rates, where not all of the kind's. */
  readonly aspects?: readonly string[]
  /** Choices that must be made. */
  readonly choose?: readonly string[]
  /** Choices whose answer is told with its sentence: a closed list, in which nobody is named. */
  readonly tells?: readonly string[]
  /** The vote that the tally of the input is counted by. */
  readonly vote?: string
  /** Flags that must be there, that must not be there, that it raises and lowers. */
  readonly requires?: readonly string[]
  readonly forbids?: readonly string[]
  readonly raise?: readonly string[]
  readonly lower?: readonly string[]
  /** Clocks that stand still, and clocks that run on with what was left. */
  readonly pause?: readonly string[]
  readonly resume?: readonly string[]
  /** The clock whose deadline becomes the date that was asked for with the lowered flag, or the one of the input. */
  readonly postpone?: string
  /** Counts how often it happened. */
  readonly count?: string
  /** The matter goes one rung up: community, subdistrict, district. */
  readonly climbs?: true
  /** The person of the input is named for it, or nobody any more. */
  readonly names?: 'chosen' | 'nobody'
  /** Who of the staff reads a confidential matter from here on: whoever reported it, whoever is named for it. */
  readonly circle?: readonly ('reporter' | 'named')[]
  /** Its words are for everybody to read: whoever takes the step is told so, and nobody may be named in them. */
  readonly public?: true
  /** Not the usual next step: screens put it behind the others. */
  readonly aside?: true
  /** How this matter is linked with the other one of the input. */
  readonly link?: 'mergedInto'
  /** Clock effects happen in this order: stop, then start. The clock of the new state starts by itself. */
  readonly stop: readonly string[]
  readonly start: readonly string[]
  readonly rules: readonly Rule[]
  /** Name of the event in the past tense, without the `case.` in front. */
  readonly event: string
  /** Whether the requester reads this step's words, and whether a message goes out. */
  readonly tellsRequester: boolean
  /** Theirs alone: whoever follows a matter that was joined with this one is not told. */
  readonly private?: true
}
