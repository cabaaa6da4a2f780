import { DAY_MS, type MoveInput, type Raised } from '@lianxin/contract'
import { type DemoDistrict, stableId } from '@lianxin/demo'
import { sql } from 'kysely'
import { actorOf, type Step } from './demo-actor.ts'
import { type Actor, systemActor } from './kernel/actor.ts'
import type { World } from './kernel/ports.ts'
import { runCommand } from './kernel/run-command.ts'
import { inTenant } from './kernel/tx.ts'
import { expireClock, moveCase, raiseCase } from './modules/case/index.ts'

/** The community that the demonstration knows down to its doors. */
const COMMUNITY = '210105001010'
const DISTRICT = '210105'

type Move = Omit<MoveInput, 'expectedVersion'>
/** Some days after the question was put: a move of the community, or a time that ran out by itself. */
type Happened = { readonly days: number } & (Move | { readonly time: 'over' })
type Task = {
  readonly words: string
  readonly unit: string
  readonly days: number
  /** What its unit said and the community confirmed, some days later. */
  readonly done?: { readonly days: number; readonly words: string }
}

type Question = {
  readonly words: string
  readonly daysAgo: number
  readonly form: string
  readonly moves: readonly Happened[]
  readonly tasks: readonly Task[]
}

const QUESTIONS: readonly Question[] = [
  {
    words: '3 号楼加装电梯，动用住宅专项维修资金。',
    daysAgo: 20,
    form: 'ownersSpecial',
    moves: [],
    tasks: [],
  },
  {
    words: '云杉里东门改为早晚高峰人车分流，设两名志愿劝导员。',
    daysAgo: 12,
    form: 'residents',
    moves: [
      { days: 2, move: 'discuss', words: '“两委”同意提请审议。', choices: { discussion: 'agreed' } },
      { days: 5, move: 'review', words: '应到 36 人。', tally: { entitled: 36, present: 29, inFavour: 27 } },
      {
        ...{ days: 9, move: 'decide', words: '居民代表会议举手表决，两名代表监票。' },
        tally: { entitled: 61, present: 52, inFavour: 44 },
      },
    ],
    tasks: [],
  },
  {
    words: '2 号楼外墙保温改造，动用住宅专项维修资金。',
    daysAgo: 44,
    form: 'ownersSpecial',
    moves: [
      { days: 16, time: 'over' },
      {
        ...{ days: 37, move: 'countSpecial', words: '书面票和线上票合并计票，三名业主监票。' },
        tally: {
          ...{ entitled: 120, present: 98, inFavour: 79 },
          ...{ entitledAreaM2: 11_280, presentAreaM2: 8_960, inFavourAreaM2: 6_410 },
        },
      },
    ],
    tasks: [],
  },
  {
    words: '云杉里院内停车位统一划线，留出消防通道。',
    daysAgo: 50,
    form: 'ownersOrdinary',
    moves: [
      { days: 16, time: 'over' },
      {
        ...{ days: 24, move: 'count', words: '上门送票，当众开箱计票。' },
        tally: {
          ...{ entitled: 340, present: 271, inFavour: 203 },
          ...{ entitledAreaM2: 30_600, presentAreaM2: 24_950, inFavourAreaM2: 18_020 },
        },
      },
      { days: 32, time: 'over' },
    ],
    tasks: [
      {
        ...{ words: '把院内消防通道画成黄色网格，立禁停牌。', unit: 'municipal', days: 33 },
        done: { days: 43, words: '通道已画线，立牌六块，夜间复看无占用。' },
      },
      { words: '清理院内长期停放的废旧车。', unit: 'urbanManagement', days: 33 },
    ],
  },
]

type Told = {
  readonly tenant: number
  readonly demo: DemoDistrict
  readonly idOf: (name: string) => string
  readonly now: number
}

/** Questions that the community put to its residents and owners, through the same commands that it uses. */
export const deliberationSteps = (told: Told): readonly Step[] =>
  QUESTIONS.flatMap((question, index) => {
    const { tenant, demo, idOf, now } = told
    const { words, daysAgo, form, moves, tasks } = question
    const start = now - daysAgo * DAY_MS
    const secretary = actorOf(demo, 'communitySecretary', COMMUNITY)
    const hands = handsOf(tenant)
    let caseId = ''
    const step = (days: number, name: string, run: (world: World, id: string) => Promise<void>): Step => {
      const id = idOf(`deliberation/${index}/${name}`)
      return { at: start + days * DAY_MS, id, run: (world) => run(world, id) }
    }
    return [
      step(0, 'report', async (world, id) => {
        const body = {
          ...{ kind: 'deliberation', words, where: { communityCode: COMMUNITY } },
          firstMove: { move: 'open', choices: { form } },
        }
        caseId = (await hands.raise(world, secretary, id, body)).caseId
      }),
      ...moves.map((happened, order) =>
        step(happened.days, String(order), async (world, id) => {
          if ('time' in happened) return hands.runOut(world, caseId)
          const { days: _days, ...move } = happened
          // Put and opened are the first two versions.
          return hands.move(world, secretary, id, caseId, { ...move, expectedVersion: order + 2 })
        }),
      ),
      ...tasks.flatMap((task, order) => {
        const unitId = stableId('unit', task.unit)
        let taskId = ''
        return [
          step(task.days, `task/${order}`, async (world, id) => {
            const dueAt = start + (task.days + 30) * DAY_MS
            const body = {
              ...{ kind: 'task', words: task.words, where: { communityCode: COMMUNITY }, parentId: caseId },
              firstMove: { move: 'give', units: [{ unitId, role: 'lead' as const }], dueAt },
            }
            taskId = (await hands.raise(world, secretary, id, body)).caseId
          }),
          ...(task.done ? [task.done] : []).flatMap(({ days, words: result }) => [
            step(days, `task/${order}/done`, (world, id) => {
              const handler = actorOf(demo, 'handler', DISTRICT, unitId)
              return hands.move(world, handler, id, taskId, {
                ...{ move: 'complete', words: result, expectedVersion: 2 },
              })
            }),
            step(days + 1, `task/${order}/confirmed`, (world, id) =>
              hands.move(world, secretary, id, taskId, { move: 'accept', expectedVersion: 3 }),
            ),
          ]),
        ]
      }),
    ]
  })

const handsOf = (tenant: number) => ({
  raise: (world: World, actor: Actor, id: string, body: Parameters<typeof raised>[0]) =>
    runCommand(world, raiseCase, { tenant, actor, id, input: raised(body) }) as Promise<Raised>,
  async move(world: World, actor: Actor, id: string, caseId: string, body: MoveInput) {
    const input = { params: { id: caseId }, query: undefined, body }
    await runCommand(world, moveCase, { tenant, actor, id, input })
  },
  /** Lets the time of a matter run out that is over by now, as the clock job does. */
  async runOut(world: World, caseId: string) {
    const actor = systemActor('demo')
    const clocks = await inTenant(world, tenant, actor, async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select id from clock
        where tenant = ${tenant} and case_id = ${caseId} and stopped_at is null and fired_at is null and due_at <= ${new Date(tx.now).toISOString()}::timestamptz`.execute(
        tx.db,
      )
      return rows
    })
    const input = { params: undefined, query: undefined, body: undefined }
    for (const { id } of clocks) await runCommand(world, expireClock(id), { tenant, actor, id: null, input })
  },
})

const raised = (body: Parameters<typeof raiseCase.load>[2]['body']) => ({
  params: undefined,
  query: undefined,
  body,
})
