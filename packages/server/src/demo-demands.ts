import { DAY_MS, type GateDraft, HOUR_MS, MINUTE_MS } from '@lianxin/contract'
import {
  DEMANDS,
  type Demand,
  type DemoDistrict,
  DISTRICT_CODE,
  MODEL_COMMUNITY_CODE,
  stableId,
} from '@lianxin/demo'
import { sql } from 'kysely'
import { actorOf } from './demo-actor.ts'
import { placeTasks } from './demo-assignments.ts'
import { isPlayed } from './demo-matters.ts'
import { type Actor, systemActor } from './kernel/actor.ts'
import type { AnyCommand } from './kernel/module.ts'
import type { World } from './kernel/ports.ts'
import { runCommand } from './kernel/run-command.ts'
import { inTenant } from './kernel/tx.ts'
import { loadCalendar } from './modules/case/index.ts'
import { answerDemand, decideRequest, draftRequest, stepRequest } from './modules/gate/index.ts'

type Demo = {
  readonly world: World
  readonly tenant: number
  readonly demo: DemoDistrict
  readonly now: number
}

const communitiesOf = ({ demo }: Demo, { subdistricts }: Demand): readonly string[] =>
  demo.places
    .filter(
      ({ level, parentCode }) =>
        level === 'community' && (subdistricts.length === 0 || subdistricts.includes(parentCode)),
    )
    .map(({ code }) => code)

function draftOf(demo: Demo, demand: Demand, submittedAt: number): GateDraft {
  const { kind, dutyCode, level, minutes, frequency, title, purpose, basis } = demand
  return {
    ...{ kind, dutyCode, level, minutes, frequency },
    fromAt: submittedAt,
    untilAt: submittedAt + demand.runsDays * DAY_MS,
    communityCodes: [...communitiesOf(demo, demand)],
    words: {
      ...{ title, purpose, basis },
      fields: demand.fields.map(([label, of], index) => ({
        key: `f${index + 1}`,
        label,
        elementCode: null,
        kind: of ?? 'number',
        options: [],
      })),
    },
  }
}

/**
 * Plays what departments asked in the last weeks through the commands that people use, with the kernel's clock set back.
 * Each command carries an id of its own, so a start that was killed half-way goes on where it was.
 */
export async function playDemands(demo: Demo): Promise<void> {
  const demands = [...DEMANDS].sort((a, b) => b.daysAgo - a.daysAgo)
  const last = demands.at(-1)
  if (!last || (await isPlayed(demo.world, demo.tenant, stepId(last, 'submit')))) return
  for (const demand of demands) await play(demo, demand)
}

const stepId = ({ name }: Demand, step: string) => stableId('demand', `${name}/${step}`)

/** When a demand was submitted: as it was drafted by an earlier start, or so many days before this one. */
async function submittedAtOf({ world, tenant, now }: Demo, demand: Demand): Promise<number> {
  const { rows } = await inTenant(world, tenant, systemActor('demo'), (tx) =>
    sql<{ at: number }>`
      select g.from_at as at from command_outcome o join gate_request g on g.tenant = o.tenant and g.id = (o.outcome->>'requestId')::uuid
      where o.tenant = ${tenant} and o.id = ${stepId(demand, 'draft')}`.execute(tx.db),
  )
  return rows[0]?.at ?? now - demand.daysAgo * DAY_MS
}

async function play(demo: Demo, demand: Demand): Promise<void> {
  const submittedAt = await submittedAtOf(demo, demand)
  const unitId = stableId('unit', demand.department)
  const asker = actorOf(demo.demo, 'departmentLead', DISTRICT_CODE, unitId)
  const gatekeeper = actorOf(demo.demo, 'gatekeeper', DISTRICT_CODE)
  const run = async (
    at: number,
    step: string,
    command: AnyCommand,
    actor: Actor,
    params: object | undefined,
    body: object,
  ) =>
    (await runCommand({ ...demo.world, clock: { now: () => at } }, command, {
      tenant: demo.tenant,
      actor,
      id: stepId(demand, step),
      input: { params, query: undefined, body },
    })) as { requestId: string; version: number }

  const made = draftOf(demo, demand, submittedAt)
  const { requestId: id } = await run(submittedAt - HOUR_MS, 'draft', draftRequest, asker, undefined, made)
  const params = { id }
  await run(submittedAt, 'submit', stepRequest(loadCalendar), asker, params, {
    expectedVersion: 1,
    move: 'submit',
  })
  if (demand.fate === 'submitted') return
  const move = demand.fate === 'returned' ? 'return' : demand.fate === 'refused' ? 'refuse' : 'pass'
  const { reason } = demand
  const decidedAt = submittedAt + 20 * HOUR_MS
  await run(decidedAt, 'decide', decideRequest(loadCalendar), gatekeeper, params, {
    expectedVersion: 2,
    move,
    reason,
  })
  if (move !== 'pass' || demand.minutes === 0) return
  const codes = made.communityCodes
  // While it is being asked some have not answered yet, the model community among them.
  const isSilent = (code: string, index: number) =>
    demand.fate === 'asking' && (index % 2 === 0 || code === MODEL_COMMUNITY_CODE)
  for (const [index, code] of codes.entries()) {
    if (isSilent(code, index)) continue
    const declines = demand.refusedByEvery > 0 && (index + 1) % demand.refusedByEvery === 0
    await run(
      decidedAt + (index + 1) * MINUTE_MS,
      code,
      answerDemand,
      actorOf(demo.demo, 'communitySecretary', code),
      params,
      {
        move: declines ? 'decline' : 'take',
        ground: declines ? 'offList' : null,
        dutyCode: declines ? 'n.enforce' : null,
        reason: null,
      },
    )
  }
  if (demand.kind === 'assignment' && demand.fate === 'inForce') await placeTasks(demo, demand, id, codes)
}
