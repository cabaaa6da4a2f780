import type { MoveInput } from '@lianxin/contract'
import type { DemoDistrict, Matter, MatterFate } from '@lianxin/demo'
import { sql } from 'kysely'
import { actorOf, type Step } from './demo-actor.ts'
import { findingSteps } from './demo-findings.ts'
import { type Actor, anonymous, systemActor } from './kernel/actor.ts'
import type { World } from './kernel/ports.ts'
import { must } from './kernel/refused.ts'
import { runCommand } from './kernel/run-command.ts'
import { inTenant } from './kernel/tx.ts'
import { moveCase, moveFollowedCase, reportCase, requesterIdOf } from './modules/case/index.ts'

const MINUTE_MS = 60_000
/** Steps on the way, in the order in which a matter goes through them. */
const WAY: readonly MatterFate[] = [
  'registered',
  'triaged',
  'dispatched',
  'handling',
  'answered',
  'awaitingVerdict',
  'closed',
]

/**
 * Plays the matters of the last days through the same commands that people use, with the kernel's clock set back, in the
 * order of their time; `besides`: steps of other kinds, in the same order. Each command carries an id of its matter and step, so a start that was killed half-way goes on.
 */
export async function playMatters(
  world: World,
  tenant: number,
  demo: DemoDistrict,
  idOf: (name: string) => string,
  now: number,
  besides: readonly Step[] = [],
): Promise<void> {
  const steps = demo.matters.flatMap((matter, index) => stepsOf({ tenant, demo, matter, index, idOf, now }))
  steps.push(...findingSteps({ tenant, demo, idOf, now }), ...besides)
  steps.sort((a, b) => a.at - b.at)
  const last = steps.at(-1)
  if (!last || (await isPlayed(world, tenant, last.id))) return
  for (const step of steps) await step.run({ ...world, clock: { now: () => step.at } })
}

/** Whether a step was played. Steps are played in order, so the last one's outcome says that all are there. */
export const isPlayed = (world: World, tenant: number, id: string) =>
  inTenant(world, tenant, systemActor('demo'), async (tx) => {
    const { rows } =
      await sql`select 1 from command_outcome where tenant = ${tenant} and id = ${id} limit 1`.execute(tx.db)
    return rows.length > 0
  })

/** Minutes from one step to the next where there is time. */
const LONGEST_GAP = 420
/** Some of what is over went quickly. What is still open keeps the gap that its deadlines are known for. */
const PACES = [0.3, 0.8, 0.15, 1, 0.5, 0.65]
const paceOf = ({ matter, index }: Played): number =>
  matter.fate === 'closed' ? (PACES[index % PACES.length] ?? 1) : 1

type Played = {
  readonly tenant: number
  readonly demo: DemoDistrict
  readonly matter: Matter
  readonly index: number
  readonly idOf: (name: string) => string
  readonly now: number
}

function stepsOf(played: Played): Step[] {
  const { matter, now, index } = played
  const start = now - matter.minutesAgo * MINUTE_MS
  let caseId = ''
  const report: Step = {
    at: start,
    id: played.idOf(`${index}/report`),
    async run(world) {
      const where = matter.buildingId
        ? { buildingId: matter.buildingId }
        : { communityCode: matter.communityCode }
      const input = {
        params: undefined,
        query: undefined,
        body: { words: matter.words, where, contact: { phone: `1380000${String(1000 + index)}` } },
      }
      const receipt = await runCommand(world, reportCase, {
        tenant: played.tenant,
        actor: anonymous,
        id: report.id,
        input,
      })
      caseId = (receipt as { caseId: string }).caseId
    },
  }
  const moves = movesTo(played)
  // The steps share the time between the report and now, the last one some minutes ago.
  const gap = Math.min(
    moves.length > 0 ? (matter.minutesAgo - 5) / moves.length : 0,
    LONGEST_GAP * paceOf(played),
  )
  return [
    report,
    ...moves.map(
      (move, order): Step => ({
        at: start + Math.round((order + 1) * gap * MINUTE_MS * 0.9),
        id: played.idOf(`${index}/${order}`),
        run: (world) => make(world, played, caseId, move, order),
      }),
    ),
  ]
}

type Move = { readonly by: Actor | 'requester'; readonly input: Omit<MoveInput, 'expectedVersion'> }

function movesTo({ demo, matter }: Played): Move[] {
  const item = demo.catalogue.find((one) => one.code === matter.itemCode)
  const subdistrict = matter.communityCode.slice(0, 9)
  const lead = demo.units.find(
    (unit) =>
      unit.code === item?.leadUnitCode ||
      (unit.kind === item?.leadUnitCode && matter.communityCode.startsWith(unit.placeCode)),
  )
  const district = item?.level === 4 || item?.level === 'emergency'
  const by = (role: string, place: string, unitId?: string) => actorOf(demo, role, place, unitId)
  const handler = () =>
    by(lead?.kind === 'community' ? 'communityWorker' : 'handler', lead?.placeCode ?? '', lead?.id)
  const reached = matter.fate === 'reopened' ? WAY.length : WAY.indexOf(matter.fate)
  const all: Move[] = [
    { by: by('communityWorker', matter.communityCode), input: { move: 'triage', itemCode: matter.itemCode } },
    {
      by: district ? by('dispatcher', '210105') : by('subdistrictDispatcher', subdistrict),
      input: { move: 'dispatch', units: [{ unitId: lead?.id ?? '', role: 'lead' }] },
    },
    { by: handler(), input: { move: 'sign' } },
    { by: handler(), input: { move: 'feedback', words: matter.answer } },
    { by: district ? by('verifier', '210105') : by('verifier', subdistrict), input: { move: 'pass' } },
    {
      by: 'requester',
      input: { move: 'judge', solved: matter.fate !== 'reopened', satisfaction: matter.satisfaction },
    },
  ]
  return all.slice(0, reached)
}

async function make(
  world: World,
  { tenant, idOf, index }: Played,
  caseId: string,
  { by, input }: Move,
  order: number,
): Promise<void> {
  const id = idOf(`${index}/${order}`)
  // The version is part of the command: what the step saw when it was first played.
  const body: MoveInput = { ...input, expectedVersion: order + 1 }
  if (by === 'requester') {
    const requesterId = must(
      await inTenant(world, tenant, systemActor('demo'), (tx) => requesterIdOf(tx, caseId)),
      { refusal: 'not-found' },
    )
    await runCommand(world, moveFollowedCase, {
      tenant,
      actor: { kind: 'requester', caseId, requesterId },
      id,
      input: { params: undefined, query: undefined, body },
    })
  } else {
    await runCommand(world, moveCase, {
      tenant,
      actor: by,
      id,
      input: { params: { id: caseId }, query: undefined, body },
    })
  }
}
