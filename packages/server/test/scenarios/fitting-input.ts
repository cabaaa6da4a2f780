import { BUSY_ASSIGNMENTS, type Kind, type MoveInput, type MoveView, mayCallIn } from '@lianxin/contract'
import { type CaseFacts, presentRound } from '../../src/modules/case/domain/case-facts.ts'
import type { JoinedAnswer } from '../../src/modules/case/domain/joined-answer.ts'
import { CALLED_UNITS, type Person } from './model-district.ts'

const HOUR = 3_600_000
/** What each side of an arrival shows. */
export const CODES = { ofUnit: '111111', ofInitiator: '222222' }
/** Another matter to join with. */
export const OTHER_CASE = '00000000-0000-4000-8000-000000000901'

/** A push at a case by somebody, some time later: a step that is offered, with inputs that fit; or anything at all. */
export type Push = {
  readonly person: number
  readonly sensible: boolean
  readonly move: number
  readonly wait: number
  readonly input: Partial<MoveInput>
}

type Fitting = {
  readonly step: Push
  readonly facts: CaseFacts
  readonly by: Person
  readonly now: number
}

/** What a careful person would fill in: everything needed, nothing that the move does not ask for. Undefined: there is no unit left to choose. */
export function fitting(
  kind: Kind,
  offer: MoveView,
  { step, facts, by, now }: Fitting,
): Partial<MoveInput> | undefined {
  const { input: given, person } = step
  const move = kind.moves[offer.move]
  const busy = presentRound(facts).filter(({ state }) => BUSY_ASSIGNMENTS.includes(state))
  const people = offer.people ?? []
  const { calledBy } = offer
  const willing = CALLED_UNITS.filter(
    (unit) => calledBy === undefined || mayCallIn(calledBy, unit, CALLED_UNITS),
  ).filter(
    ({ id }) =>
      !facts.flags.some((one) => one.flag === 'recusedUnit' && one.unitId === id) &&
      !(move?.rules.includes('othersOnly') && id === facts.initiatorUnitId) &&
      !busy.some(({ unitId }) => unitId === id),
  )
  if (move?.needs.includes('units') && willing.length === 0) return undefined
  const [lead, co] = [willing[person % willing.length], willing[(person + 1) % willing.length]]
  const units = [
    { unitId: lead?.id ?? '', role: 'lead' as const },
    ...(given.units && co && co !== lead ? [{ unitId: co.id, role: 'coHandler' as const }] : []),
  ]
  const called = facts.assignments.some((one) => one.unitId === by.unitId)
  const complete: Partial<MoveInput> = {
    ...{
      words: 'words',
      reason: 'reason',
      itemCode: 'stairs',
      dutyCode: 'duty',
      solved: true,
      satisfaction: 4,
      level: 3,
    },
    ...given,
    ...{
      units,
      dueAt: now + 30 * HOUR,
      otherId: OTHER_CASE,
      arrivalCode: called ? CODES.ofInitiator : CODES.ofUnit,
    },
    scores: Object.fromEntries(offer.scores.map(({ aspect }) => [aspect, 1 + (person % 5)])),
    tally: tallyOf(person, offer.byArea),
    ...(people.length > 0 ? { personId: people[person % people.length]?.id ?? '' } : {}),
    ...(offer.assignmentIds.length > 0
      ? { assignmentId: offer.assignmentIds[person % offer.assignmentIds.length] }
      : {}),
  }
  const wanted = [
    ...(move?.needs ?? []),
    ...(move?.may ?? []).filter((one) => one in given || one === 'reason'),
  ]
  const chosen = offer.choices.map(({ choice, options }) => [
    choice,
    options[step.move % options.length]?.option ?? '',
  ])
  return {
    ...Object.fromEntries(Object.entries(complete).filter(([name]) => wanted.some((one) => one === name))),
    ...(chosen.length > 0 ? { choices: Object.fromEntries(chosen) } : {}),
  }
}

/** What a joined matter went on in: answered at once, and now and then not yet. */
export const answeredThere = ({ mergedIntoId, version, closedAt }: CaseFacts): JoinedAnswer | null =>
  mergedIntoId === null
    ? null
    : {
        ...{
          caseId: OTHER_CASE,
          round: 0,
          unitId: null,
          itemCode: 'stairs',
          itemVersion: 1,
          excluded: false,
        },
        answeredAt: version % 5 === 0 ? null : closedAt,
        isJudged: false,
        closedAt: null,
      }

/** Each way in which a vote ends comes up, passing the most often. */
function tallyOf(person: number, byArea: boolean): NonNullable<MoveInput['tally']> {
  const present = person % 8 === 1 ? 40 : 90
  const inFavour = [1, 3, 7].includes(person % 8) ? 20 : 80
  const inFavourAreaM2 = [5, 7].includes(person % 8) ? 2_000 : 6_500
  const area = { entitledAreaM2: 8_000, presentAreaM2: 7_000, inFavourAreaM2 }
  return { entitled: 100, present, inFavour, ...(byArea ? area : {}) }
}
