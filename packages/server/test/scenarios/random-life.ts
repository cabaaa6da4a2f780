import type { CaseView, MoveView, Receipt } from '@lianxin/contract'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Town } from './open-town.ts'
import { PERSON_NAMES, pointIn, unitId } from './town.ts'

const HOUR = 3_600_000
const inputs = {
  ...{ words: '说明', reason: '原因', itemCode: 'stairs', level: 3, solved: false, satisfaction: 2 },
  units: [
    { unitId: unitId('housing'), role: 'lead' as const },
    { unitId: unitId('sub1'), role: 'coHandler' as const },
  ],
}

/** Whoever comes in later, once. */
const JOINING = { units: [{ unitId: unitId('heating'), role: 'coHandler' as const }] }

export type Life = {
  readonly matters: number
  /** Steps of each matter. */
  readonly steps: number
  readonly seed: number
  /** What requesters say when they are asked, by chance. */
  readonly verdicts?: readonly { readonly solved: boolean; readonly satisfaction: number }[]
}

type Seen = Pick<CaseView, 'version' | 'moves'> & Partial<Pick<CaseView, 'assignments'>>

/** A life goes somewhere: nothing is withdrawn, no quarrel is looked for behind it, and what goes back (return, recall, not done) does so now and then. */
const carriesOn = ({ move, needs, besideLead }: MoveView, step: number, { assignments = [] }: Seen) =>
  !['withdraw', 'merge', 'transfer', 'suggestMediation'].includes(move) &&
  !(besideLead && assignments.some(({ unit }) => unit.id === unitId('heating'))) &&
  (step % 5 === 2 || !needs.includes('reason'))

const firstOf = ({ choices }: MoveView) =>
  Object.fromEntries(choices.map(({ choice, options }) => [choice, options[0]?.option ?? '']))

/** Takes each matter some steps along, whoever may make them, with hours and weeks in between. */
export async function randomLife(
  town: Town,
  { matters, steps, seed, verdicts = [inputs] }: Life,
): Promise<readonly Receipt[]> {
  const receipts: Receipt[] = []
  const chance = fc.sample(fc.nat(9_999), { numRuns: matters * steps * 4, seed })[Symbol.iterator]()
  const pick = <T>(list: readonly T[]): T | undefined => list[(chance.next().value ?? 0) % list.length]
  // Whoever can see none of these matters takes them nowhere.
  const names = PERSON_NAMES.filter((name) => !/^(auditor|mediator|gatekeeper)/.test(name))
  for (let serial = 0; serial < matters; serial += 1) {
    const receipt = await town.report({
      words: `第 ${serial} 件`,
      where: { point: pointIn(serial % 2 === 0 ? 0 : 1) },
    })
    receipts.push(receipt)
    const url = `/api/cases/${receipt.caseId}`
    for (let step = 0; step < steps; step += 1) {
      const resident = step % 4 === 3
      const who = resident ? await town.follow(receipt) : await town.as(pick(names) ?? 'dutyOfficer')
      const { body, status } = await who.get<Seen>(resident ? '/api/follow/case' : url)
      const move = status === 200 ? pick(body.moves.filter((one) => carriesOn(one, step, body))) : undefined
      if (!move) continue
      const fields = Object.fromEntries(
        [...move.needs, ...move.may].flatMap((name) =>
          name in inputs ? [[name, inputs[name as 'words']]] : [],
        ),
      )
      const verdict = move.move === 'judge' && verdicts.length > 1 ? pick(verdicts) : {}
      const input = {
        ...{ move: move.move, expectedVersion: body.version, ...fields, ...verdict },
        ...(move.besideLead ? JOINING : {}),
        ...(move.choices.length > 0 ? { choices: firstOf(move) } : {}),
        ...(move.assignmentIds[0] ? { assignmentId: move.assignmentIds[0] } : {}),
        ...(move.needs.includes('dueAt') ? { dueAt: town.now() + 90 * HOUR } : {}),
      }
      const done = await (resident ? who.followedMove(input) : who.move(receipt.caseId, input))
      // The house itself may be quicker, when a clock has just run out; else what is offered is taken.
      if (done.body.code !== 'case.changed') expect(done.status).toBe(200)
      if (step % 3 === 0) await town.later((pick([1, 30, 200]) ?? 1) * HOUR)
    }
  }
  return receipts
}
