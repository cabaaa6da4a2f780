import { DAY_MS, MINUTE_MS, type OpeningAsked, type Receipt } from '@lianxin/contract'
import { anonymous } from '../../../packages/server/src/kernel/actor.ts'
import { putContent } from '../../../packages/server/src/kernel/content.ts'
import { uuidV7 } from '../../../packages/server/src/kernel/uuid.ts'
import { askProof } from '../../../packages/server/src/modules/case/commands/ask-proof.ts'
import { openCase } from '../../../packages/server/src/modules/case/commands/open-case.ts'
import { raiseUnder } from '../../../packages/server/src/modules/case/commands/raise-under.ts'
import { loadCalendar, reportCase } from '../../../packages/server/src/modules/case/index.ts'
import { markProved } from '../../../packages/server/src/modules/case/proof-store.ts'
import { keepOpening } from '../../../packages/server/src/modules/case/store.ts'
import {
  answerDemand,
  decideRequest,
  draftRequest,
  stepRequest,
} from '../../../packages/server/src/modules/gate/index.ts'
import { COMMUNITY, GRID, WORDS } from './ground.ts'
import type { Hands } from './hands.ts'
import type { Step } from './stories.ts'

/** What the beginnings of matters need to know of the district and of each other. */
export interface Ground {
  readonly hands: Hands
  readonly itemCode: string
  readonly unitId: string
  readonly communityUnitId: string
  /** Plays steps of a matter, the last of them at this moment. */
  readonly play: (caseId: string, steps: readonly Step[], lastAt: number) => Promise<number>
  /** Steps of a deliberation until it is published, and until it is in force. */
  readonly published: readonly Step[]
}

const WHERE = { communityCode: COMMUNITY }
const PHONES = 1_000_000

/** `opens`: what is chosen where the house opens it and makes its first move at once. */
type Begin = (ground: Ground, at: number, opens?: Readonly<Record<string, string>>) => Promise<string>

/** How a matter of each kind begins at a moment. */
export const BEGINNINGS: Readonly<Record<string, Begin>> = {
  async request({ hands }, at) {
    const contact = { phone: phoneAt(at) }
    const body = { words: WORDS, where: WHERE, contact }
    return ((await hands.run(at, reportCase, anonymous, undefined, body)) as Receipt).caseId
  },
  finding: ({ hands, itemCode }, at) =>
    hands.raise(at, ['gridWorker'], {
      kind: 'finding',
      words: WORDS,
      where: { gridCode: GRID },
      itemCode,
      answers: [],
    }),
  whistle: ({ hands }, at) =>
    hands.raise(at, ['gridWorker'], { kind: 'whistle', words: WORDS, where: { gridCode: GRID } }),
  async assignment({ hands, ...ground }, at) {
    const admissionId = await admitted(
      { hands, ...ground },
      at - 5 * MINUTE_MS,
      at + 200 * DAY_MS,
      'assignment',
    )
    await answered(hands, admissionId, at - MINUTE_MS)
    const body = { kind: 'assignment', words: WORDS, where: WHERE, admissionId }
    return hands.raise(at, ['handler', 'departmentLead'], body)
  },
  mediation: ({ hands }, at) =>
    hands.raise(at, ['mediator'], {
      ...{ kind: 'mediation', words: WORDS, where: WHERE },
      parties: [
        { name: '欧阳虚构', phone: phoneAt(at) },
        { name: '司徒虚构', phone: phoneAt(at + MINUTE_MS) },
      ],
    }),
  deliberation: ({ hands }, at) =>
    hands.raise(at, ['communitySecretary'], { kind: 'deliberation', words: WORDS, where: WHERE }),
  async objection(ground, at) {
    const { hands, play, published } = ground
    const parentId = await BEGINNINGS['deliberation']?.(ground, at - DAY_MS)
    if (!parentId) throw new Error('nothing to object to')
    await play(parentId, published, at - DAY_MS / 2)
    const phone = phoneAt(at)
    const proof = await hands.run(at, askProof, anonymous, { id: parentId }, { phone })
    const { proofId } = proof as { proofId: string }
    await hands.inside(at, (tx) => markProved(tx, proofId))
    const body = { proofId, words: WORDS }
    const receipt = await hands.run(at, raiseUnder, anonymous, { id: parentId }, body)
    return (receipt as Receipt).caseId
  },
  async task(ground, at) {
    const { hands, play, published } = ground
    const parentId = await BEGINNINGS['deliberation']?.(ground, at - 12 * DAY_MS)
    if (!parentId) throw new Error('nothing to carry out')
    await play(parentId, published, at - 11 * DAY_MS)
    const due = await hands.dueAt(at, parentId, 'publication')
    await hands.runOut(due ?? at, parentId, 'publication')
    return hands.raise(at, ['communitySecretary'], { kind: 'task', words: WORDS, where: WHERE, parentId })
  },
  rectification: (ground, at, opens) => opened(ground, at, 'rectification', opens),
  topic: (ground, at) => opened(ground, at, 'topic'),
}

const phoneAt = (at: number) => `1390${String(PHONES + (Math.floor(at / MINUTE_MS) % (8 * PHONES)))}`

/** What other modules ask for, opened by the house. */
async function opened(
  { hands, itemCode, unitId, communityUnitId }: Ground,
  at: number,
  kind: string,
  choices?: Readonly<Record<string, string>>,
): Promise<string> {
  const [caseId, wordsId] = [uuidV7(at), uuidV7(at)]
  const wanted: OpeningAsked = {
    ...{ caseId, kind, placeCode: COMMUNITY, itemCode, wordsId },
    ...{ initiatorUnitId: communityUnitId, aroseFrom: [] },
    firstMove: choices
      ? { move: 'place', units: [{ unitId, role: 'lead' }], dueAt: null, choices: { ...choices } }
      : null,
  }
  await hands.inside(at, async (tx) => {
    await putContent(tx, [{ id: wordsId, streamId: caseId, field: 'words', text: WORDS }])
    await keepOpening(tx, wanted)
  })
  await hands.house(at, openCase(caseId))
  return caseId
}

type Demand = 'assignment' | 'inspection'

/** A demand that lies before the gatekeeper. */
export async function submitted(
  { hands, unitId }: Pick<Ground, 'hands' | 'unitId'>,
  at: number,
  untilAt: number,
  kind: Demand,
): Promise<string> {
  const asker = hands.of('departmentLead', unitId)
  const draft = {
    ...{ kind, dutyCode: null, level: 'community', minutes: 10, frequency: 'once', fromAt: at, untilAt },
    communityCodes: [COMMUNITY],
    words: { title: '入冬前的一次走访', purpose: '了解取暖情况。', basis: '供热条例', fields: [] },
  }
  const made = await hands.run(at - MINUTE_MS, draftRequest, asker, undefined, draft)
  const { requestId: id } = made as { requestId: string }
  const step = { expectedVersion: 1, move: 'submit' }
  await hands.run(at, stepRequest(loadCalendar), asker, { id }, step)
  return id
}

/** A demand that the gatekeeper let through and that the community is asked about. */
export async function admitted(
  ground: Pick<Ground, 'hands' | 'unitId'>,
  at: number,
  untilAt: number,
  kind: Demand,
): Promise<string> {
  const { hands } = ground
  const id = await submitted(ground, at - 2 * MINUTE_MS, untilAt, kind)
  const decision = { expectedVersion: 2, move: 'pass', reason: WORDS }
  await hands.run(at, decideRequest(loadCalendar), hands.of('gatekeeper'), { id }, decision)
  return id
}

export async function answered(hands: Hands, id: string, at: number): Promise<void> {
  const body = { move: 'take', ground: null, dutyCode: null, reason: null }
  await hands.run(at, answerDemand, hands.of('communitySecretary'), { id }, body)
}
