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
  const leadIn = (facts: Step['after']) => leadOf(presentRound(facts))?.unitId

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
          // It stays answerable: what it had to do by when still runs.
          // It may have had the matter before, and given it back.
          const left = presentRound(after).findLast((one) => one.unitId === unitId)
          expect(left?.state).toBe('yielded')
          expect(after.clocks.some((one) => running(one) && one.assignmentId === left?.id)).toBe(true)
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
