import { currentKind, KINDS } from '@lianxin/contract'
import { describe, expect, test } from 'vitest'
import { presentRound } from '../../src/modules/case/domain/case-facts.ts'
import { running } from '../../src/modules/case/domain/clocks.ts'
import { leadOf } from '../../src/modules/case/domain/owner.ts'
import { withdrawnUnits } from '../../src/modules/case/domain/rules.ts'
import { onEveryStep, type Step } from './every-step.ts'
import { PEOPLE } from './model-district.ts'
import { offersTo, type Push } from './random-walk.ts'

/** Two steps in three lead there, where they can. */
const towards =
  (...names: readonly string[]) =>
  (moves: readonly string[], { move }: Push) =>
    (move % 3 > 0 ? names.find((one) => moves.includes(one)) : undefined) ?? moves[move % moves.length]

const SHARED = KINDS.filter((kind) => currentKind(kind.kind) === kind && kind.moves['grantRecusal'])

describe.each(SHARED.map((kind) => [kind.kind, kind] as const))('where units share a %s', (_, kind) => {
  test('whoever pleads an interest is rid of nothing alone, and takes no step after it was granted', () => {
    let withdrew = 0
    onEveryStep(
      kind,
      ({ before, after, by, push, now }) => {
        const withdrawn = new Set(withdrawnUnits(before))
        if (by.unitId !== null && withdrawn.has(by.unitId))
          expect(kind.moves[push.move]?.rules).toContain('askedUnitOnly')
        for (const unitId of withdrawnUnits(after).filter((id) => !withdrawn.has(id))) {
          withdrew += 1
          expect(before.flags.find((one) => one.flag === 'unitRecusal')?.accountId).not.toBe(by.accountId)
          expect(by.unitId).not.toBe(unitId)
          // Where it answers for the whole and nobody else has signed it stays answerable: what it had to do by when still runs.
          const left = presentRound(after).findLast((one) => one.unitId === unitId)
          expect(left?.state).toMatch(/^(yielded|returned)$/)
          expect(after.clocks.some((one) => running(one) && one.assignmentId === left?.id)).toBe(
            left?.state === 'yielded',
          )
        }
        if (push.move === 'recuseUnit') {
          expect(after.assignments).toEqual(before.assignments)
          expect(after.clocks.filter(running)).toEqual(expect.arrayContaining(before.clocks.filter(running)))
        }
        const staff = PEOPLE.filter(({ unitId }) => unitId !== null && withdrawnUnits(after).includes(unitId))
        const still = staff.flatMap((one) => offersTo(kind, after, one, now)).map(({ move }) => move)
        expect(still.filter((move) => !kind.moves[move]?.rules.includes('askedUnitOnly'))).toEqual([])
      },
      { pick: towards('grantRecusal', 'recuseUnit', 'dispatch', 'triage'), times: 5 },
    )
    expect(withdrew).toBeGreaterThan(0)
  })
})

const LED = SHARED.filter((kind) => kind.moves['callIn'])

describe.each(LED.map((kind) => [kind.kind, kind] as const))('where a unit leads a %s', (_, kind) => {
  const leadIn = (facts: Step['after']) => leadOf(presentRound(facts))?.unitId

  test('it is never nobody’s: until another signs one unit stays answerable, whoever took it away from it', () => {
    const left = new Set<string>()
    let again = 0
    onEveryStep(
      kind,
      ({ before, after, push }) => {
        // By each time that it was taken from a unit the clocks of that time are judged.
        const [had, taken] = [before, after].map(({ flags }) =>
          flags.filter(({ flag }) => flag === 'takenFrom'),
        )
        expect(taken).toEqual(expect.arrayContaining(had ?? []))
        if (new Set(taken?.map(({ unitId }) => unitId)).size < (taken?.length ?? 0)) again += 1
        const round = presentRound(after)
        const out = round.length > 0 && round.every(({ state }) => ['yielded', 'returned'].includes(state))
        if (!out || after.closedAt !== null) return
        left.add(push.move)
        const answerable = round.filter(({ state }) => state === 'yielded')
        expect(answerable).toHaveLength(1)
        expect(after.unitIds).toContain(answerable[0]?.unitId)
        expect(
          after.clocks.filter((one) => running(one) && one.assignmentId === answerable[0]?.id),
        ).toHaveLength(1)
        // A second one that never signed does not take the place of the first.
        const first = presentRound(before).find(({ state }) => state === 'yielded')
        if (first) expect(answerable[0]?.id).toBe(first.id)
      },
      { pick: towards('upholdObjection', 'object', 'dispatch') },
    )
    expect([...left]).toContain('recall')
    expect(again).toBeGreaterThan(0)
  })

  test('whoever comes in later has clocks of its own beside a lead that stays, and is waited for', () => {
    let joined = 0
    onEveryStep(
      kind,
      ({ before, after, push }) => {
        if (push.move !== 'addHandler' && push.move !== 'callIn') return
        joined += 1
        expect([after.state, leadIn(after)]).toEqual([before.state, leadIn(before)])
        const fresh = after.assignments.filter(({ id }) => !before.assignments.some((one) => one.id === id))
        expect(fresh.map(({ role, state }) => [role, state])).toEqual(fresh.map(() => ['coHandler', 'sent']))
        for (const { id } of fresh)
          expect(
            after.clocks.filter((one) => running(one) && one.assignmentId === id).map(({ clock }) => clock),
          ).toEqual(['sign', 'handle'])
      },
      { pick: towards('addHandler', 'callIn', 'dispatch') },
    )
    expect(joined).toBeGreaterThan(0)
  })
})
