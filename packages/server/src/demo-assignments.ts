import { DAY_MS, HOUR_MS, type MoveInput, type Raised } from '@lianxin/contract'
import { type Demand, type DemoDistrict, DISTRICT_CODE, MODEL_COMMUNITY_CODE, stableId } from '@lianxin/demo'
import { actorOf } from './demo-actor.ts'
import type { Actor } from './kernel/actor.ts'
import type { AnyCommand } from './kernel/module.ts'
import type { World } from './kernel/ports.ts'
import { runCommand } from './kernel/run-command.ts'
import { moveCase, raiseCase } from './modules/case/index.ts'

type Placing = {
  readonly world: World
  readonly tenant: number
  readonly demo: DemoDistrict
  readonly now: number
}

/** How far the task has come in one community after another: the model community decides itself. */
const FATES: readonly (readonly Omit<MoveInput, 'expectedVersion'>[])[] = [
  [],
  [{ move: 'take' }, { move: 'answer', words: '十二栋楼都贴了告知单，独居老人逐户说过。' }],
  [{ move: 'take' }],
  [{ move: 'decline', reason: '印发告知单是供热站的事，清单上没有。' }],
]
const PLACED_AGO = 20 * HOUR_MS
const WORDS = '供暖注水试压的日期定了，请把告知单贴到每个单元，独居老人当面说一声。'

/** Places what the gate let through on a few communities, through the same commands that people use. */
export async function placeTasks(
  { world, tenant, demo, now }: Placing,
  demand: Demand,
  admissionId: string,
  communities: readonly string[],
): Promise<void> {
  const department = actorOf(demo, 'departmentLead', DISTRICT_CODE, stableId('unit', demand.department))
  const others = communities.filter((code) => code !== MODEL_COMMUNITY_CODE)
  const chosen = [MODEL_COMMUNITY_CODE, ...others].slice(0, FATES.length)
  for (const [index, communityCode] of chosen.entries()) {
    const start = now - PLACED_AGO + index * 1000
    const run = async (at: number, step: string, actor: Actor, command: AnyCommand, input: object) =>
      runCommand({ ...world, clock: { now: () => at } }, command, {
        ...{ tenant, actor, id: stableId('demand', `${demand.name}/task/${communityCode}/${step}`) },
        input: { params: undefined, query: undefined, body: undefined, ...input },
      })
    const firstMove = { move: 'place', dueAt: now + 5 * DAY_MS }
    const { caseId } = (await run(start, 'raise', department, raiseCase, {
      body: { kind: 'assignment', words: WORDS, where: { communityCode }, admissionId, firstMove },
    })) as Raised
    const secretary = actorOf(demo, 'communitySecretary', communityCode)
    for (const [order, move] of (FATES[index] ?? []).entries())
      await run(start + (order + 1) * HOUR_MS, move.move, secretary, moveCase, {
        params: { id: caseId },
        body: { ...move, expectedVersion: order + 2 },
      })
  }
}
