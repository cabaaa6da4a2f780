import { DAY_MS, type MoveInput, type Raised } from '@lianxin/contract'
import type { DemoDistrict } from '@lianxin/demo'
import { actorOf, type Step } from './demo-actor.ts'
import { runCommand } from './kernel/run-command.ts'
import { moveCase, raiseCase } from './modules/case/index.ts'

/** The community that the demonstration knows down to its doors. */
const COMMUNITY = '210105001010'

type Question = {
  readonly words: string
  readonly daysAgo: number
  readonly form: string
  /** Moves after the opening, each some days later. */
  readonly moves: readonly (Omit<MoveInput, 'expectedVersion'> & { readonly days: number })[]
}

const QUESTIONS: readonly Question[] = [
  {
    words: '3 号楼加装电梯，动用住宅专项维修资金。',
    daysAgo: 20,
    form: 'ownersSpecial',
    moves: [],
  },
  {
    words: '云杉里东门改为早晚高峰人车分流，设两名志愿劝导员。',
    daysAgo: 12,
    form: 'residents',
    moves: [
      { days: 2, move: 'discuss', words: '“两委”同意提请审议。', choices: { discussion: 'agreed' } },
      { days: 5, move: 'review', words: '应到 36 人。', tally: { entitled: 36, present: 29, inFavour: 27 } },
      {
        ...{ days: 9, move: 'decide', words: '居民代表会议表决。' },
        tally: { entitled: 61, present: 52, inFavour: 44 },
      },
    ],
  },
]

/** Questions that the community put to its residents and owners, through the same commands that it uses. */
export const deliberationSteps = ({
  tenant,
  demo,
  idOf,
  now,
}: {
  readonly tenant: number
  readonly demo: DemoDistrict
  readonly idOf: (name: string) => string
  readonly now: number
}): readonly Step[] =>
  QUESTIONS.flatMap(({ words, daysAgo, form, moves }, index): Step[] => {
    const start = now - daysAgo * DAY_MS
    const secretary = actorOf(demo, 'communitySecretary', COMMUNITY)
    let caseId = ''
    const report: Step = {
      at: start,
      id: idOf(`deliberation/${index}/report`),
      async run(world) {
        const body = {
          ...{ kind: 'deliberation', words, where: { communityCode: COMMUNITY } },
          firstMove: { move: 'open', choices: { form } },
        }
        const input = { params: undefined, query: undefined, body }
        const raised = await runCommand(world, raiseCase, { tenant, actor: secretary, id: report.id, input })
        caseId = (raised as Raised).caseId
      },
    }
    return [
      report,
      ...moves.map(({ days, ...input }, order): Step => {
        const id = idOf(`deliberation/${index}/${order}`)
        return {
          at: start + days * DAY_MS,
          id,
          async run(world) {
            // Put and opened are the first two versions.
            const body: MoveInput = { ...input, expectedVersion: order + 2 }
            const move = { params: { id: caseId }, query: undefined, body }
            await runCommand(world, moveCase, { tenant, actor: secretary, id, input: move })
          },
        }
      }),
    ]
  })
