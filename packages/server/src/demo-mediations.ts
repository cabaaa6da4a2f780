import { DAY_MS, type MoveInput, type Raised } from '@lianxin/contract'
import type { DemoDistrict } from '@lianxin/demo'
import type { Step } from './demo-actor.ts'
import type { Actor } from './kernel/actor.ts'
import { runCommand } from './kernel/run-command.ts'
import { inTenant } from './kernel/tx.ts'
import { moveCase, moveFollowedCase, raiseCase, requesterIdsOf } from './modules/case/index.ts'

/** The community that the demonstration knows down to its doors. */
const COMMUNITY = '210105001010'

/** Who takes a step: a member of the committee, or one of the parties. */
type Who = { readonly mediator: 0 | 1 | 2 } | { readonly party: 0 | 1 }
type Taken = Omit<MoveInput, 'expectedVersion' | 'personId'> & {
  readonly days: number
  readonly by: Who
  readonly names?: 0 | 1 | 2
}

type Dispute = {
  readonly words: string
  readonly daysAgo: number
  readonly parties: readonly { readonly name: string; readonly phone: string }[]
  readonly moves: readonly Taken[]
}

const FIRST = { mediator: 0 } as const
const SECOND = { mediator: 1 } as const
const A = { party: 0 } as const
const B = { party: 1 } as const
const BEGUN: readonly Taken[] = [
  { days: 1, by: A, move: 'consent' },
  { days: 2, by: B, move: 'consent' },
  { days: 2.2, by: FIRST, move: 'propose', names: 1 },
  { days: 2.4, by: SECOND, move: 'accept' },
]

/** Invented people with invented numbers: nobody's quarrel. */
const DISPUTES: readonly Dispute[] = [
  {
    words: '楼上卫生间渗水,楼下天花板起皮,两家对修缮费怎么分担有争执。',
    daysAgo: 12,
    parties: [
      { name: '欧阳试验', phone: '13900009101' },
      { name: '司马示例', phone: '13900009102' },
    ],
    moves: [
      ...BEGUN,
      { days: 4, by: SECOND, move: 'record', words: '一起看了现场:渗水点在楼上地漏。' },
      {
        ...{ days: 6, by: SECOND, move: 'draft', choices: { form: 'written' } },
        words:
          '一、楼上一方在十五日内重做卫生间防水。\n二、楼下天花板修补费一千二百元,由楼上一方承担。\n三、修好后双方一起验看。',
      },
      { days: 7, by: A, move: 'confirmAgreement' },
      { days: 8, by: B, move: 'confirmAgreement' },
      { days: 11, by: SECOND, move: 'visit', words: '防水已经做完,等闭水试验。' },
    ],
  },
  {
    words: '楼道里放电动车和杂物,邻居多次理论未果。',
    daysAgo: 5,
    parties: [
      { name: '诸葛样例', phone: '13900009103' },
      { name: '上官演示', phone: '13900009104' },
    ],
    moves: BEGUN,
  },
  {
    words: '夜间跳操音乐声大,楼下一家睡不好。',
    daysAgo: 1.5,
    parties: [
      { name: '皇甫虚构', phone: '13900009105' },
      { name: '尉迟虚拟', phone: '13900009106' },
    ],
    moves: [{ days: 1, by: A, move: 'consent' }],
  },
]

type Played = {
  readonly tenant: number
  readonly demo: DemoDistrict
  readonly idOf: (name: string) => string
  readonly now: number
}

/** Disputes that the committee of the model community mediates, through the commands that it and the parties use. */
export const mediationSteps = ({ tenant, demo, idOf, now }: Played): readonly Step[] =>
  DISPUTES.flatMap(({ words, daysAgo, parties, moves }, index): Step[] => {
    const start = now - daysAgo * DAY_MS
    let caseId = ''
    const report: Step = {
      at: start,
      id: idOf(`mediation/${index}/report`),
      async run(world) {
        const body = { kind: 'mediation', words, where: { communityCode: COMMUNITY }, parties: [...parties] }
        const call = { tenant, actor: memberOf(demo, 0), id: report.id }
        const raised = await runCommand(world, raiseCase, {
          ...call,
          input: { params: undefined, query: undefined, body },
        })
        caseId = (raised as Raised).caseId
      },
    }
    return [
      report,
      ...moves.map(({ days, by, names, ...input }, order): Step => {
        const id = idOf(`mediation/${index}/${order}`)
        return {
          at: start + days * DAY_MS,
          id,
          async run(world) {
            const personId = names === undefined ? {} : { personId: accountOf(demo, names) }
            const body: MoveInput = { ...input, ...personId, expectedVersion: order + 1 }
            if ('mediator' in by) {
              const move = { params: { id: caseId }, query: undefined, body }
              await runCommand(world, moveCase, {
                tenant,
                actor: memberOf(demo, by.mediator),
                id,
                input: move,
              })
              return
            }
            const ids = await inTenant(world, tenant, { kind: 'system', name: 'demo' }, (tx) =>
              requesterIdsOf(tx, caseId),
            )
            const actor: Actor = { kind: 'requester', caseId, requesterId: ids[by.party] ?? '' }
            await runCommand(world, moveFollowedCase, {
              ...{ tenant, actor, id },
              input: { params: undefined, query: undefined, body },
            })
          },
        }
      }),
    ]
  })

const membersOf = (demo: DemoDistrict) => demo.posts.filter(({ role }) => role === 'mediator')

const accountOf = (demo: DemoDistrict, member: number): string => {
  const actor = memberOf(demo, member)
  if (actor.kind !== 'account') throw new Error('a mediator has an account')
  return actor.accountId
}

function memberOf(demo: DemoDistrict, member: number): Actor {
  const post = membersOf(demo)[member]
  if (!post) throw new Error(`the committee has no member ${member}`)
  const account = [...demo.accounts, ...demo.cast].find(({ postIds }) => postIds.includes(post.id))
  const { id, role, unitId, placeCode, title } = post
  return { kind: 'account', accountId: account?.id ?? id, post: { id, role, unitId, placeCode, title } }
}
