import { MINUTE_MS, type MoveInput, type Raised } from '@lianxin/contract'
import type { DemoDistrict } from '@lianxin/demo'
import { sql } from 'kysely'
import { actorOf, type Step } from './demo-actor.ts'
import { type Actor, systemActor } from './kernel/actor.ts'
import type { World } from './kernel/ports.ts'
import { runCommand } from './kernel/run-command.ts'
import { inTenant } from './kernel/tx.ts'
import { arrivalCodes, moveCase, raiseCase } from './modules/case/index.ts'

/** The grid that the demonstration's worker looks after. */
const GRID = '210105001010001'
const DISTRICT = '210105'

type Move = {
  readonly minutes: number
  /** Who makes it: a department by its code, or the grid. */
  readonly by: string
  readonly input: Omit<MoveInput, 'expectedVersion' | 'assignmentId' | 'arrivalCode'>
  /** The department that it is about. */
  readonly about?: string
}
type Whistle = {
  readonly words: string
  readonly minutesAgo: number
  readonly cause: string
  readonly units: readonly string[]
  readonly moves: readonly Move[]
}

const arrives = (minutes: number, by: string): Move => ({ minutes, by, input: { move: 'arrive' } })
const GRID_WORKER = 'grid'

const WHISTLES: readonly Whistle[] = [
  {
    words: '三号楼一单元从昨晚起暖气不热，两户有老人，要供热的来看，等了两天没有人接电话。',
    minutesAgo: 14 * 24 * 60,
    cause: 'emergency',
    units: ['heating'],
    moves: [
      { minutes: 20, by: 'heating', input: { move: 'acknowledge', words: '维修班在别处，修完就来。' } },
      arrives(760, 'heating'),
      { minutes: 900, by: 'heating', input: { move: 'finish', words: '换了单元的阀门，已经热了。' } },
      { minutes: 1_500, by: GRID_WORKER, input: { move: 'confirm', words: '两户都去看过，十九度。' } },
      {
        ...{ minutes: 1_510, by: GRID_WORKER, about: 'heating' },
        input: { move: 'rateUnit', scores: { attitude: 3, style: 2, effect: 5 } },
      },
      {
        ...{ minutes: 1_600, by: 'heating' },
        input: { move: 'rateCall', scores: { needed: 5, clear: 5, together: 4 } },
      },
    ],
  },
  {
    words: '夜市占了消防通道，劝不动，要城管和市场监管一起来。',
    minutesAgo: 9 * 24 * 60,
    cause: 'jointEnforcement',
    units: ['urbanManagement', 'marketSupervision'],
    moves: [
      { minutes: 25, by: 'urbanManagement', input: { move: 'acknowledge' } },
      { minutes: 40, by: 'marketSupervision', input: { move: 'acknowledge' } },
      arrives(95, 'urbanManagement'),
      arrives(110, 'marketSupervision'),
      {
        ...{ minutes: 170, by: GRID_WORKER },
        input: { move: 'record', words: '两家和网格员一起劝离六个摊位，通道划线。' },
      },
      { minutes: 180, by: 'urbanManagement', input: { move: 'finish', words: '摊位已经劝离。' } },
      { minutes: 185, by: 'marketSupervision', input: { move: 'finish', words: '两家无证的已登记，约谈。' } },
      { minutes: 1_500, by: GRID_WORKER, input: { move: 'confirm', words: '第二天晚上看过，通道是通的。' } },
      {
        ...{ minutes: 1_510, by: GRID_WORKER, about: 'urbanManagement' },
        input: { move: 'rateUnit', scores: { attitude: 5, style: 5, effect: 4 } },
      },
      {
        ...{ minutes: 1_512, by: GRID_WORKER, about: 'marketSupervision' },
        input: { move: 'rateUnit', scores: { attitude: 4, style: 3, effect: 4 } },
      },
      {
        ...{ minutes: 1_600, by: 'urbanManagement' },
        input: { move: 'rateCall', scores: { needed: 5, clear: 5, together: 5 } },
      },
      {
        ...{ minutes: 1_700, by: 'marketSupervision' },
        input: { move: 'rateCall', scores: { needed: 5, clear: 4, together: 5 } },
      },
    ],
  },
  {
    words: '3 号楼旁路面塌了一块，露出旧管线，不知道是谁家的，要一起看。',
    minutesAgo: 300,
    cause: 'emergency',
    units: ['water', 'heating'],
    moves: [
      { minutes: 12, by: 'water', input: { move: 'acknowledge', words: '抢修队在别处，办完就来。' } },
      {
        ...{ minutes: 20, by: 'heating' },
        input: { move: 'refuse', dutyCode: 'c.heating', reason: '图上这一段没有供热管线。' },
      },
    ],
  },
  {
    words: '5 号楼二单元楼道闻到燃气味，已经开窗，请马上来。',
    minutesAgo: 14,
    cause: 'emergency',
    units: ['gas', 'power'],
    moves: [{ minutes: 3, by: 'gas', input: { move: 'acknowledge', words: '抢修车已经出发。' } }],
  },
]

type Ground = {
  readonly tenant: number
  readonly demo: DemoDistrict
  readonly idOf: (name: string) => string
  readonly now: number
}

/** Whistles of the last days, blown and answered through the same commands that the field and the desk use. */
export const whistleSteps = ({ tenant, demo, idOf, now }: Ground): readonly Step[] =>
  WHISTLES.flatMap(({ words, minutesAgo, cause, units, moves }, index): Step[] => {
    const unitIdOf = (code: string) => demo.units.find((unit) => unit.code === code)?.id ?? ''
    const actors = (by: string): Actor =>
      by === GRID_WORKER
        ? actorOf(demo, 'gridWorker', GRID)
        : actorOf(demo, 'handler', DISTRICT, unitIdOf(by))
    const start = now - minutesAgo * MINUTE_MS
    const called = { caseId: '', version: 0 }
    const blow: Step = {
      at: start,
      id: idOf(`whistle/${index}/blow`),
      async run(world) {
        const body = {
          ...{ kind: 'whistle', words, where: { gridCode: GRID } },
          firstMove: {
            ...{ move: 'blow', choices: { cause } },
            units: units.map((code, order) => ({
              unitId: unitIdOf(code),
              role: order === 0 ? ('lead' as const) : ('coHandler' as const),
            })),
          },
        }
        const input = { params: undefined, query: undefined, body }
        const raised = (await runCommand(world, raiseCase, {
          ...{ tenant, actor: actors(GRID_WORKER), id: blow.id, input },
        })) as Raised
        Object.assign(called, { caseId: raised.caseId, version: raised.version })
      },
    }
    return [
      blow,
      ...moves.map(({ minutes, by, input, about }, order): Step => {
        const id = idOf(`whistle/${index}/${order}`)
        return {
          at: start + minutes * MINUTE_MS,
          id,
          async run(world) {
            const unit = about ?? (by === GRID_WORKER ? undefined : by)
            const call = unit && (await callOf(world, tenant, called.caseId, unitIdOf(unit)))
            const body: MoveInput = {
              ...{ ...input, expectedVersion: called.version },
              ...(about && call ? { assignmentId: call.assignmentId } : {}),
              ...(input.move === 'arrive' && call ? { arrivalCode: call.shown } : {}),
            }
            const move = { params: { id: called.caseId }, query: undefined, body }
            await runCommand(world, moveCase, { tenant, actor: actors(by), id, input: move })
            called.version += 1
          },
        }
      }),
    ]
  })

/** The call of a unit, and the code that the grid worker shows it. */
const callOf = (world: World, tenant: number, caseId: string, unitId: string) =>
  inTenant(world, tenant, systemActor('demonstration'), async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select id from case_assignment where tenant = ${tenant} and case_id = ${caseId}::uuid and unit_id = ${unitId}::uuid`.execute(
      tx.db,
    )
    const assignmentId = rows[0]?.id ?? ''
    const assignments = rows.map(({ id }) => ({ id }))
    return { assignmentId, shown: arrivalCodes(tx, { assignments })[assignmentId]?.ofInitiator ?? '' }
  })
