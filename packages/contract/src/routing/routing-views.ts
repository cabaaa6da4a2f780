import Type, { type Static } from 'typebox'
import { At, Bilingual, Id, Nullable, OneOf } from '../schema.ts'
import { RoutingRules } from './routing-rule.ts'

const Count = Type.Integer({ minimum: 0 })
const Named = Type.Object({ code: Type.String(), name: Bilingual })

/**
 * What is wrong with a rule. The first three are no rules to put into force: they lead nowhere. `unitUnstaffed`: nobody holds a
 * post of the unit now; `unreachable`: an earlier rule leaves it nothing.
 */
export const FAULT_KINDS = [
  'unitGone',
  'itemGone',
  'placeGone',
  'answerGone',
  'unitUnstaffed',
  'unreachable',
] as const
export const RoutingFault = Type.Object({
  /** The rule's place in the order, from 1. */
  number: Type.Integer({ minimum: 1 }),
  ruleId: Id,
  kind: OneOf(FAULT_KINDS),
  /** The code that it is about. */
  subject: Type.String(),
  sentence: Bilingual,
})
export type RoutingFault = Static<typeof RoutingFault>

/** A version of the rules: from when, and by which post it was decided; null: with the setting up. */
export const RoutingVersion = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  effectiveFrom: At,
  decidedAt: At,
  decidedBy: Nullable(Bilingual),
  replaced: Type.Boolean(),
  rules: RoutingRules,
})
export type RoutingVersion = Static<typeof RoutingVersion>

export const SimulationCounts = Type.Object({
  from: At,
  to: At,
  matters: Count,
  otherThanNow: Count,
  otherThanReally: Count,
})
export type SimulationCounts = Static<typeof SimulationCounts>

export const RoutingDraft = Type.Object({
  rules: RoutingRules,
  savedAt: At,
  savedBy: Nullable(Bilingual),
  simulated: Nullable(SimulationCounts),
  faults: Type.Array(RoutingFault),
})
export type RoutingDraft = Static<typeof RoutingDraft>

/** What rules can be made of, with names: for the editor, and to say rules in words. */
export const RoutingOptions = Type.Object({
  majors: Type.Array(Named),
  items: Type.Array(Type.Object({ ...Named.properties, major: Type.String() })),
  /** Subdistricts and communities, and whatever else a rule names. */
  places: Type.Array(Named),
  units: Type.Array(Type.Object({ ...Named.properties, kind: Type.String() })),
  questions: Type.Array(
    Type.Object({ ...Named.properties, items: Type.Array(Type.String()), choices: Type.Array(Named) }),
  ),
})
export type RoutingOptions = Static<typeof RoutingOptions>

export const RoutingOverview = Type.Object({
  present: Nullable(RoutingVersion),
  planned: Nullable(RoutingVersion),
  faults: Type.Array(RoutingFault),
  /** What a change of the draft must have seen; 0: there never was one. */
  draftVersion: Count,
  draft: Nullable(RoutingDraft),
  mayChange: Type.Boolean(),
  options: RoutingOptions,
})
export type RoutingOverview = Static<typeof RoutingOverview>

export const SimulatedMatter = Type.Object({
  caseId: Id,
  number: Type.String(),
  item: Named,
  place: Bilingual,
  at: At,
  /** The rule of the draft that holds, from 1; null: the catalogue's own lead unit. */
  rule: Nullable(Type.Integer({ minimum: 1 })),
  draft: Type.Array(Bilingual),
  now: Type.Array(Bilingual),
  really: Type.Array(Bilingual),
  otherThanNow: Type.Boolean(),
  otherThanReally: Type.Boolean(),
})
export type SimulatedMatter = Static<typeof SimulatedMatter>

/** So many matters that would leave these units for those, the lead first. */
export const SimulatedShift = Type.Object({
  now: Type.Array(Bilingual),
  draft: Type.Array(Bilingual),
  matters: Count,
})
export type SimulatedShift = Static<typeof SimulatedShift>

/**
 * `rows`: those that would go elsewhere, newest first, the first {@link MOST_SIMULATED_ROWS}; `shifts`: all of them by whom they
 * would leave for whom, the most first, the first {@link MOST_SIMULATED_SHIFTS}.
 */
export const SimulationReport = Type.Object({
  ...SimulationCounts.properties,
  draftVersion: Count,
  /** Matters that were never given to a unit: no comparison with what really was. */
  neverSent: Count,
  /** Matters for which the draft names a unit that is not there. */
  unanswered: Count,
  shifts: Type.Array(SimulatedShift),
  rows: Type.Array(SimulatedMatter),
})
export type SimulationReport = Static<typeof SimulationReport>
export const MOST_SIMULATED_ROWS = 200
export const MOST_SIMULATED_SHIFTS = 20

export const RoutingAlertRow = Type.Object({
  id: Id,
  kind: OneOf(FAULT_KINDS),
  number: Type.Integer({ minimum: 1 }),
  sentence: Bilingual,
  raisedAt: At,
})
export type RoutingAlertRow = Static<typeof RoutingAlertRow>

/** Suggestions that claimed a confidence within `from` to `to`, of matters that were not learnt from. Rates are 0 to 1. */
export const ReliabilityBin = Type.Object({
  from: Type.Number(),
  to: Type.Number(),
  count: Count,
  right: Count,
  predicted: Nullable(Type.Number()),
  observed: Nullable(Type.Number()),
  low: Nullable(Type.Number()),
  high: Nullable(Type.Number()),
})
export type ReliabilityBin = Static<typeof ReliabilityBin>

export const Reliability = Type.Object({
  /** Null: nothing is learnt yet; suggestions then go by the catalogue's words alone and claim no confidence. */
  learntAt: Nullable(At),
  learntFrom: Count,
  checkedOn: Count,
  items: Count,
  tokens: Count,
  /** Of those checked, how many were left unanswered because the confidence was below the threshold. */
  unknown: Count,
  right: Count,
  threshold: Type.Number(),
  minimumPeople: Count,
  minimumMatters: Count,
  bins: Type.Array(ReliabilityBin),
  /** Of those checked, for how many the first guess was right: by each way alone and by both together. */
  firstRight: Nullable(Type.Object({ keywords: Count, learnt: Count, both: Count })),
  /** The words were made up for a demonstration: what is shown says nothing of real words. */
  generated: Type.Boolean(),
})
export type Reliability = Static<typeof Reliability>
