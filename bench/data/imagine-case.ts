import {
  type CaseStep,
  currentKind,
  type HolidayCalendar,
  isRefusal,
  type MoveInput,
} from '@lianxin/contract'
import type { NewEvent } from '../../packages/server/src/kernel/event-store.ts'
import { type CaseFacts, factsAfter } from '../../packages/server/src/modules/case/domain/case-facts.ts'
import { decideMove } from '../../packages/server/src/modules/case/domain/decide-move.ts'
import { decideReport } from '../../packages/server/src/modules/case/domain/decide-report.ts'
import { ALONE } from '../../packages/server/src/modules/case/domain/move-state.ts'
import type { Item } from '../../packages/server/src/modules/catalogue/index.ts'
import type { Unit } from '../../packages/server/src/modules/org/index.ts'
import type { Chance } from './chance.ts'

/** Who acts for the place: units, and the grid worker of the community. */
type Staff = 'community' | 'subdistrict' | 'centre' | 'department' | 'gridWorker'

export type Ground = {
  readonly communityCode: string
  readonly gridCode: string
  readonly units: Record<Staff, Unit>
  /** The post by whose rights each acts; its holder's account has the same id. */
  readonly posts: Record<Staff, string>
  readonly small: Item
  readonly large: Item
}

type Who = Staff | 'requester' | 'clock'
type PlannedMove = {
  readonly by: Who
  readonly afterMs: number
  readonly input: Omit<MoveInput, 'expectedVersion'>
}

const HOUR = 3_600_000
const move = (by: Who, hours: number, input: PlannedMove['input']): PlannedMove => ({
  by,
  afterMs: hours * HOUR,
  input,
})

type Life = {
  readonly weight: number
  readonly open: boolean
  readonly kind: 'request' | 'finding'
  readonly moves: (ground: Ground) => readonly PlannedMove[]
}
const life = (
  weight: number,
  [kind, end]: readonly [Life['kind'], 'open' | 'closed'],
  moves: Life['moves'],
): Life => ({ weight, kind, open: end === 'open', moves })

/**
 * What becomes of a matter, with weights. The moves are the kind's own and the engine decides every one of them.
 * Nearly half of what a grid sees, its worker settles on the spot.
 */
const LIVES: readonly Life[] = [
  life(45, ['finding', 'closed'], () => [
    move('gridWorker', 0.01, { move: 'selfHandle', words: '已当场清理。' }),
  ]),
  life(10, ['request', 'closed'], () => [move('requester', 2, { move: 'withdraw' })]),
  life(32, ['request', 'closed'], (ground) => [...itself(ground), move('clock', 170, { move: 'lapse' })]),
  life(13, ['request', 'closed'], (ground) => [
    ...dispatched(ground),
    move('requester', 20, { move: 'judge', solved: true, satisfaction: 4 }),
  ]),
  life(35, ['request', 'open'], () => []),
  life(10, ['finding', 'open'], () => []),
  life(15, ['request', 'open'], (ground) => [triage(ground.large)]),
  life(30, ['request', 'open'], (ground) => itself(ground).slice(0, 1)),
  life(5, ['request', 'open'], (ground) => itself(ground).slice(0, 2)),
  life(10, ['request', 'open'], (ground) => itself(ground)),
  life(5, ['request', 'open'], (ground) => dispatched(ground).slice(0, 3)),
]

const triage = (item: Item) => move('community', 1, { move: 'triage', itemCode: item.code })
const itself = ({ small }: Ground): readonly PlannedMove[] => [
  move('community', 1, { move: 'takeUp', itemCode: small.code }),
  move('community', 9, { move: 'feedback', words: '已经处理好了，请您看看。' }),
  move(small.level >= 4 ? 'centre' : 'subdistrict', 5, { move: 'pass' }),
]
const dispatched = ({ large, units }: Ground): readonly PlannedMove[] => [
  triage(large),
  move('centre', 2, { move: 'dispatch', units: [{ unitId: units.department.id, role: 'lead' }] }),
  move('department', 1, { move: 'sign' }),
  move('department', 20, { move: 'feedback', words: '现场已处置完毕，附近居民确认恢复正常。' }),
  move('centre', 6, { move: 'pass' }),
]

export type ImaginedStep = {
  readonly event: NewEvent<CaseStep>
  readonly at: number
  readonly by: Who
}
export type ImaginedCase = {
  readonly id: string
  readonly facts: CaseFacts
  readonly steps: readonly ImaginedStep[]
  /** What was written, by the id that events point at. */
  readonly texts: readonly {
    readonly id: string
    readonly field: string
    readonly text: string
    readonly at: number
  }[]
  readonly wordsId: string
}

function lifeFor(open: boolean, random: Chance): Life {
  const lives = LIVES.filter((one) => one.open === open)
  let ticket = random.next() * lives.reduce((sum, one) => sum + one.weight, 0)
  for (const one of lives) {
    ticket -= one.weight
    if (ticket < 0) return one
  }
  throw new Error('no life was drawn')
}

/** An event, an assignment and its two clocks, and the clock of the state. */
const IDS_OF_A_STEP = 5

/** A matter with its whole history, decided step by step by the same functions that decide real ones. */
export function imagineCase(
  ground: Ground,
  calendar: HolidayCalendar,
  { openedAt, open, words }: { openedAt: number; open: boolean; words: string },
  random: Chance,
): ImaginedCase {
  const chosen = lifeFor(open, random)
  const kind = currentKind(chosen.kind)
  const finder = chosen.kind === 'finding'
  const id = random.idAt(openedAt)
  const ids = (moment: number) => Array.from({ length: IDS_OF_A_STEP }, () => random.idAt(moment))
  const units = Object.values(ground.units)
  const wordsId = random.idAt(openedAt)
  const texts = [{ id: wordsId, field: 'words', text: words, at: openedAt }]
  const reported = decideReport(
    {
      ...{ caseId: id, kind, item: null, fileIds: [], units, calendar, freshIds: ids(openedAt) },
      place: { placeCode: ground.gridCode, communityCode: ground.communityCode, gridCode: ground.gridCode },
      contentIds: [{ field: 'words', id: wordsId }],
      reporterId: finder ? ground.posts.gridWorker : null,
      ownUnitId: finder ? ground.units.community.id : null,
      admissionId: null,
    },
    openedAt,
  )
  const [first] = isRefusal(reported) ? [] : reported
  if (!first) throw new Error('the engine refused a report')
  const steps: ImaginedStep[] = [{ event: first, at: openedAt, by: finder ? 'gridWorker' : 'requester' }]
  let facts = factsAfter(id, 1, first.payload)
  let now = openedAt
  for (const { by, afterMs, input } of chosen.moves(ground)) {
    now += Math.round(afterMs * (0.3 + random.next()))
    const staff = by === 'requester' || by === 'clock' ? undefined : by
    const contentIds = input.words ? [{ field: 'words' as const, id: random.idAt(now) }] : []
    for (const content of contentIds) texts.push({ ...content, text: input.words ?? '', at: now })
    const item = input.itemCode === ground.small.code ? ground.small : ground.large
    const decided = decideMove(
      {
        ...{ facts, kind, units, calendar, freshIds: ids(now), contentIds, around: ALONE },
        item: input.itemCode
          ? item
          : facts.itemCode === ground.small.code
            ? ground.small
            : facts.itemCode
              ? ground.large
              : null,
        accountId: staff ? ground.posts[staff] : null,
        ownUnitId: staff ? ground.units[staff].id : null,
      },
      { ...input, expectedVersion: facts.version },
      now,
    )
    if (isRefusal(decided)) throw new Error(`the engine refused ${input.move}: ${decided.refusal}`)
    for (const event of decided) {
      steps.push({ event, at: now, by })
      facts = factsAfter(id, event.streamVersion, event.payload)
    }
  }
  return { id, facts, steps, texts, wordsId }
}
