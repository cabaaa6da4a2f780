import {
  type Answer,
  caseRoutes,
  followRoutes,
  HOUR_MS,
  MINUTE_MS,
  type MoveInput,
  type Receipt,
} from '@lianxin/contract'
import type { CatalogueItem } from '../catalogue-item.ts'
import type { PlannedMatter } from '../day/matters-of-grid.ts'
import type { Position } from '../geometry/projection.ts'
import { createRandom, type Random } from '../random.ts'
import { answersOf } from './answers-of.ts'
import { type Caller, isRefused } from './caller.ts'
import type { Cast, Player } from './cast.ts'
import { commandIdOf } from './command-id.ts'
import { afterOfficeMinutes } from './office-time.ts'
import type { Tally } from './tally.ts'
import { actorsFor, type Staff } from './who-acts.ts'
import { FAILED, NOT_SOLVED, PROGRESS, RESULTS, RETURNED, residentWords } from './words.ts'

type View = Answer<typeof caseRoutes.view>
type Step = Omit<MoveInput, 'expectedVersion'>

/** What the life of a matter needs of the play around it. */
export interface Stage {
  readonly cast: Cast
  readonly staff: Staff
  readonly tally: Tally
  readonly now: () => number
  /** A way to the server for a resident, with no cookies yet. */
  readonly stranger: () => Caller
  readonly later: (at: number, run: () => Promise<void>) => void
}

/** Somebody else was faster, in the play or at a screen: nobody's fault. One looks again. */
const FASTER = new Set([
  'case.changed',
  'case.move-impossible',
  'case.not-your-assignment',
  'case.verifier-is-handler',
  'not-found',
])
const MOST_STEPS = 40
const ENDS = new Set(['closed', 'selfHandled', 'withdrawn', 'merged', 'transferred'])

// How often it goes otherwise than planned (assumptions), by the draw of the matter.
const SLOW = 0.04
const RETURNED_SHARE = 0.04
const TOLD_SHARE = 0.3
const FAILED_SHARE = 0.05

/** Plays one matter from its report to its verdict: each step looks at it first, and takes a move that is offered. */
export class MatterLife {
  readonly #stage: Stage
  readonly #plan: PlannedMatter
  readonly #item: CatalogueItem
  readonly #point: Position
  readonly #random: Random
  #caseId = ''
  #receipt: Receipt | undefined
  #resident: Caller | undefined
  #steps = 0
  #told = false
  #returned = false

  constructor(stage: Stage, plan: PlannedMatter, item: CatalogueItem, point: Position) {
    this.#stage = stage
    this.#plan = plan
    this.#item = item
    this.#point = point
    this.#random = createRandom(`play/${plan.id}`)
  }

  /** A resident raises it without an account; a grid worker writes down what was found, and settles it if it is small. */
  readonly begin = (): Promise<void> => (this.#plan.channel === 'gridWorker' ? this.#find() : this.#report())

  async #report(): Promise<void> {
    const { plan, body, id } = this.#what()
    const phone = `1380${createRandom(`phone/${plan.id}`).int(1_000_000, 9_999_999)}`
    this.#resident = this.#stage.stranger()
    const answer = await this.#resident.call(caseRoutes.report, { body: { ...body, contact: { phone } }, id })
    if (isRefused(answer)) return this.#stage.tally.unexpected(`report: ${answer.refused}`, answer.detail)
    this.#receipt = answer
    this.#began(answer.caseId, 'registered')
  }

  async #find(): Promise<void> {
    const { plan, body, id } = this.#what()
    const finder = this.#stage.cast.gridWorkerOf(plan.gridCode)
    if (!finder) return this.#stage.tally.unexpected('nobody works in the grid', plan.gridCode)
    const firstMove: Step = plan.selfHandled
      ? { move: 'selfHandle', words: this.#random.pick(RESULTS) }
      : { move: 'handUp' }
    const answers = answersOf(this.#item.questions, createRandom(`answers/${plan.id}`))
    const finding = { kind: 'finding', ...body, itemCode: plan.itemCode, answers, firstMove }
    const answer = await finder.call(caseRoutes.raise, { body: finding, id })
    if (isRefused(answer)) return this.#stage.tally.unexpected(`find: ${answer.refused}`, answer.detail)
    this.#stage.tally.moved(firstMove.move)
    this.#began(answer.caseId, answer.state)
  }

  #what() {
    const plan = this.#plan
    return {
      plan,
      body: {
        words: residentWords(this.#item, createRandom(`words/${plan.id}`)),
        where: { point: { lon: this.#point[0], lat: this.#point[1], crs: 'CGCS2000' } },
      },
      id: commandIdOf(`${plan.id}/report`, plan.at),
    }
  }

  #began(caseId: string, state: string): void {
    this.#caseId = caseId
    this.#stage.tally.reported(caseId)
    this.#next(state)
  }

  /** Looks at the matter with the eyes of whoever should act, and does what is to be done now. */
  readonly #step = async (state: string, view?: View): Promise<void> => {
    if (++this.#steps > MOST_STEPS) return
    if (state === 'awaitingVerdict') return this.#judge()
    const actor = actorsFor(state, this.#plan, this.#item, this.#stage.staff, this.#stage.cast, view)
    if (!actor) return this.#stage.tally.unexpected(`nobody acts in ${state}`, this.#caseId)
    const seen = await actor.call(caseRoutes.view, { params: { id: this.#caseId } })
    if (isRefused(seen)) return this.#refused(seen.refused, state, seen.detail, view)
    if (seen.state !== state) return this.#next(seen.state, seen)
    const input = await this.#chooseMove(seen, actor)
    if (!input) return this.#next(seen.state, seen)
    await this.#move(actor, seen, input)
  }

  async #move(actor: Player, seen: View, input: Step): Promise<void> {
    const body = { ...input, expectedVersion: seen.version }
    const id = commandIdOf(`${this.#plan.id}/${seen.version}/${actor.username}/${input.move}`, this.#plan.at)
    const done = await actor.call(caseRoutes.move, { params: { id: seen.id }, body, id })
    if (isRefused(done)) return this.#refused(done.refused, seen.state, done.detail, seen)
    this.#stage.tally.moved(input.move)
    if (input.move === 'tell') this.#told = true
    if (input.move === 'return') this.#returned = true
    this.#next(done.state, undefined, done.dueAt)
  }

  /** What to do now, from the moves that the server offers; undefined: nothing of it is offered to this person. */
  async #chooseMove(view: View, actor: Player): Promise<Step | undefined> {
    const offered = new Set(view.moves.map(({ move }) => move))
    const random = this.#random
    const itemCode = this.#item.code
    if (offered.has('takeUp') && this.#item.leadUnitCode === 'community') return { move: 'takeUp', itemCode }
    if (view.state === 'registered' && offered.has('triage')) return { move: 'triage', itemCode }
    if (offered.has('dispatch')) {
      const suggested = await actor.call(caseRoutes.suggestion, { params: { id: view.id } })
      if (isRefused(suggested) || suggested.units.length === 0) return undefined
      return { move: 'dispatch', units: suggested.units.map(({ id, role }) => ({ unitId: id, role })) }
    }
    if (
      view.state === 'dispatched' &&
      offered.has('return') &&
      !this.#returned &&
      random.next() < RETURNED_SHARE
    )
      return { move: 'return', reason: RETURNED }
    if (view.state === 'dispatched' && offered.has('sign')) return { move: 'sign' }
    if (offered.has('tell') && !this.#told && random.next() < TOLD_SHARE)
      return { move: 'tell', words: random.pick(PROGRESS) }
    if (offered.has('feedback')) return { move: 'feedback', words: random.pick(RESULTS) }
    if (offered.has('fail') && random.next() < FAILED_SHARE) return { move: 'fail', reason: FAILED }
    if (offered.has('pass')) return { move: 'pass' }
    return undefined
  }

  /** The requester opens the own matter with the follow code, and says whether it is solved. */
  async #judge(): Promise<void> {
    const { solved, satisfaction, id: plan, at } = this.#plan
    const [resident, receipt] = [this.#resident, this.#receipt]
    if (!resident || !receipt || solved === null) return
    const { number, followCode } = receipt
    const opened = await resident.call(followRoutes.byCode, { body: { number, followCode } })
    if (isRefused(opened)) return this.#refused(opened.refused, 'awaitingVerdict', opened.detail)
    const seen = await resident.call(caseRoutes.followed)
    if (isRefused(seen)) return this.#refused(seen.refused, 'awaitingVerdict', seen.detail)
    if (!seen.moves.some(({ move }) => move === 'judge')) return this.#next(seen.state)
    // Whoever was not satisfied is so after the second round.
    const now = solved || seen.reopenedCount > 0
    const body: MoveInput = {
      move: 'judge',
      expectedVersion: seen.version,
      solved: now,
      satisfaction: now ? Math.max(satisfaction ?? 5, 3) : (satisfaction ?? 2),
      ...(now ? {} : { words: this.#random.pick(NOT_SOLVED) }),
    }
    const id = commandIdOf(`${plan}/${seen.version}/judge`, at)
    const done = await resident.call(caseRoutes.followedMove, { body, id })
    if (isRefused(done)) return this.#refused(done.refused, 'awaitingVerdict', done.detail)
    this.#stage.tally.moved(now ? 'judge' : 'judge: not solved')
    this.#next(done.state, undefined, done.dueAt)
  }

  #refused(code: string, state: string, detail: string, view?: View): void {
    if (FASTER.has(code)) {
      this.#stage.tally.refused(code)
      this.#next(state, view)
    } else this.#stage.tally.unexpected(code, detail)
  }

  /** When the next step is due, by what the state asks for. */
  #next(state: string, view?: View, dueAt?: number | null): void {
    if (ENDS.has(state)) this.#stage.tally.closed(this.#caseId)
    const at = this.#dueAt(state, dueAt ?? view?.dueAt ?? null)
    if (at !== undefined) this.#stage.later(at, () => this.#step(state, view))
  }

  #dueAt(state: string, dueAt: number | null): number | undefined {
    const now = this.#stage.now()
    const random = this.#random
    const urgent = this.#item.level === 'emergency'
    const office = (least: number, most: number) =>
      urgent ? now + random.int(1, 8) * MINUTE_MS : afterOfficeMinutes(now, this.#slow(least, most))
    switch (state) {
      case 'registered':
        return office(5, 60)
      case 'triaged':
      case 'reopened':
        return office(4, 40)
      case 'dispatched':
        return office(5, 70)
      case 'handling':
        return this.#answerAt(now, dueAt)
      case 'answered':
        return office(20, 180)
      case 'awaitingVerdict':
        return now + random.int(20, 8 * 60) * MINUTE_MS
      default:
        return undefined
    }
  }

  /** Now and then a step is left lying until its clock has run out. */
  #slow(least: number, most: number): number {
    return this.#random.next() < SLOW ? this.#random.int(250, 480) : this.#random.int(least, most)
  }

  #answerAt(now: number, dueAt: number | null): number {
    const planned = now + this.#plan.hoursToAnswer * HOUR_MS
    return this.#plan.late && dueAt !== null ? Math.max(planned, dueAt + HOUR_MS) : planned
  }
}
