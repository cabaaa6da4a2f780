import { allows, type MoveInput, type Raised } from '@lianxin/contract'
import type { DemoDistrict } from '@lianxin/demo'
import { commandIdOf } from '@lianxin/demo/play/command-id'
import type { App } from '../../../packages/server/src/app.ts'
import { DEMO_TENANT } from '../../../packages/server/src/demo-district.ts'
import { type Actor, asking, systemActor } from '../../../packages/server/src/kernel/actor.ts'
import type { AnyCommand } from '../../../packages/server/src/kernel/module.ts'
import { permitFor } from '../../../packages/server/src/kernel/permit.ts'
import type { World } from '../../../packages/server/src/kernel/ports.ts'
import { Refused } from '../../../packages/server/src/kernel/refused.ts'
import { runCommand } from '../../../packages/server/src/kernel/run-command.ts'
import { inTenant, type Tx } from '../../../packages/server/src/kernel/tx.ts'
import { type CaseFacts, reachOfFacts } from '../../../packages/server/src/modules/case/domain/case-facts.ts'
import {
  arrivalCodes,
  expireClock,
  findCase,
  kindOfCase,
  moveCase,
  moveFollowedCase,
  raiseCase,
  requesterIdsOf,
} from '../../../packages/server/src/modules/case/index.ts'
import { COMMUNITY, DISTRICT, GRID, SUBDISTRICT, WORDS } from './ground.ts'
import type { Given } from './stories.ts'

const SYSTEM = systemActor('soak.eve')

/** The hands of everybody in the district, at any moment before the day: through the commands that people and the house use. */
export class Hands {
  readonly #world: World
  readonly #people: readonly Extract<Actor, { kind: 'account' }>[]
  readonly #label: string
  readonly #unitId: string
  readonly #itemCode: string
  /** The date that is asked for, where somebody asks for one. */
  readonly #until: number
  #serial = 0

  constructor(
    app: App,
    demo: DemoDistrict,
    given: { label: string; unitId: string; itemCode: string; until: number },
  ) {
    this.#world = app.world
    this.#label = given.label
    this.#unitId = given.unitId
    this.#itemCode = given.itemCode
    this.#until = given.until
    const places = [DISTRICT, SUBDISTRICT, COMMUNITY, GRID]
    const accounts = new Map(
      [...demo.accounts, ...demo.cast].flatMap(({ id, postIds }) =>
        postIds.map((post) => [post, id] as const),
      ),
    )
    this.#people = demo.posts
      .filter(({ placeCode }) => places.includes(placeCode))
      .map(({ id, role, unitId, placeCode, title }) => ({
        kind: 'account',
        accountId: accounts.get(id) ?? id,
        post: { id, role, unitId, placeCode, title },
      }))
  }

  inside<T>(at: number, work: (tx: Tx) => Promise<T>): Promise<T> {
    return inTenant(this.#at(at), DEMO_TENANT, SYSTEM, work)
  }

  /** Runs a command as somebody, at that moment. */
  async run(
    at: number,
    command: AnyCommand,
    actor: Actor,
    params: object | undefined,
    body: object,
  ): Promise<unknown> {
    const id = commandIdOf(`${this.#label}/${this.#serial++}`, at)
    const input = { params, query: undefined, body }
    return runCommand(this.#at(at), command, { tenant: DEMO_TENANT, actor, id, input })
  }

  /** Runs a command of the house's own. */
  async house(at: number, command: AnyCommand): Promise<void> {
    const input = { params: undefined, query: undefined, body: undefined }
    await runCommand(this.#at(at), command, { tenant: DEMO_TENANT, actor: SYSTEM, id: null, input })
  }

  /** Somebody of these posts writes a matter down: whoever of them may. */
  async raise(at: number, roles: readonly string[], body: object): Promise<string> {
    const may = this.#people.filter(({ post }) => roles.includes(post?.role ?? ''))
    const raised = await firstOf('raise', may, (actor) => this.run(at, raiseCase, actor, undefined, body))
    return (raised as Raised).caseId
  }

  of(role: string, unitId?: string): Actor {
    const found = this.#people.find(({ post }) => post?.role === role && (!unitId || post.unitId === unitId))
    if (!found) throw new Error(`nobody is ${role}`)
    return found
  }

  facts(at: number, caseId: string): Promise<CaseFacts> {
    return this.inside(at, async (tx) => (await findCase(tx, permitFor(tx, 'case.view'), caseId)).facts)
  }

  /** Makes a move of a matter, by whoever may make it. */
  async move(at: number, caseId: string, name: string, given: Given): Promise<void> {
    const facts = await this.facts(at, caseId)
    const { kind, parties, codes } = await this.inside(at, async (tx) => ({
      kind: await kindOfCase(tx, facts),
      parties: await requesterIdsOf(tx, caseId),
      codes: arrivalCodes(tx, facts),
    }))
    const move = kind.moves[name]
    if (!move) throw new Error(`${kind.kind} has no move ${name}`)
    const actors: readonly Actor[] = [
      ...parties.map((requesterId): Actor => ({ kind: 'requester', caseId, requesterId })),
      ...this.#people,
    ].filter((actor) => allows(move.permit, asking(actor), reachOfFacts(facts)))
    const members = this.#people.flatMap(({ accountId, post }) =>
      post?.role === 'mediator' ? accountId : [],
    )
    const wanted = new Set<string>(move.needs)
    const about = wanted.has('assignmentId') ? facts.assignments.map(({ id }) => id) : [undefined]
    const named = wanted.has('personId') ? members : [undefined]
    const inputs = about.flatMap((assignmentId) => named.map((personId) => ({ assignmentId, personId })))
    const usual = {
      ...{
        words: WORDS,
        reason: WORDS,
        itemCode: this.#itemCode,
        dutyCode: 'c.heating',
        dueAt: this.#until,
      },
      ...{ units: [{ unitId: this.#unitId, role: 'lead' as const }], solved: true, satisfaction: 5 },
      tally: { entitled: 100, present: 90, inFavour: 80 },
    }
    const choices = Object.fromEntries(
      (move.choose ?? []).map((choice) => [
        choice,
        Object.keys(kind.choices?.[choice]?.options ?? {})[0] ?? '',
      ]),
    )
    const tries = actors.flatMap((actor) => inputs.map((input) => ({ actor, input })))
    await firstOf(`${name} in ${facts.state}`, tries, ({ actor, input }) => {
      const unitId = actor.kind === 'account' ? actor.post?.unitId : undefined
      const [call] = facts.assignments.filter((one) => one.unitId === unitId)
      const fields = { ...usual, ...input, arrivalCode: call && codes[call.id]?.ofInitiator, ...given }
      const body: MoveInput = {
        ...{ move: name, expectedVersion: facts.version },
        ...Object.fromEntries(
          Object.entries(fields).filter(([field, value]) => wanted.has(field) && value !== undefined),
        ),
        ...(move.choose?.length ? { choices: { ...choices, ...given.choices } } : {}),
      }
      return actor.kind === 'requester'
        ? this.run(at, moveFollowedCase, actor, undefined, body)
        : this.run(at, moveCase, actor, { id: caseId }, body)
    })
  }

  /** When the clock of a matter runs out; the latest of that name. */
  async dueAt(at: number, caseId: string, clock: string): Promise<number | undefined> {
    const { clocks } = await this.facts(at, caseId)
    return clocks.filter((one) => one.clock === clock && one.stoppedAt === null).at(-1)?.dueAt
  }

  /** When the time of a request at the gate is over. */
  async gateDueAt(id: string, at: number): Promise<number | undefined> {
    const row = await this.inside(at, (tx) =>
      tx.db
        .selectFrom('gate_request')
        .select('due_at')
        .where('tenant', '=', tx.tenant)
        .where('id', '=', id)
        .executeTakeFirst(),
    )
    return row?.due_at == null ? undefined : Number(row.due_at)
  }

  /** Lets a clock run out at its time, as the house does. */
  async runOut(at: number, caseId: string, clock: string): Promise<void> {
    const rows = await this.inside(at, (tx) =>
      tx.db
        .selectFrom('clock')
        .select('id')
        .where('tenant', '=', tx.tenant)
        .where('case_id', '=', caseId)
        .where('clock', '=', clock)
        .where('stopped_at', 'is', null)
        .execute(),
    )
    for (const { id } of rows) await this.house(at, expireClock(id))
  }

  #at(moment: number): World {
    return { ...this.#world, clock: { now: () => moment } }
  }
}

/** A step that nobody could make, with what the last of them was refused with. */
export class CannotHappen extends Error {
  override name = 'CannotHappen'
}

/** Whoever can do it does it. @throws CannotHappen */
async function firstOf<T>(
  what: string,
  list: readonly T[],
  act: (one: T) => Promise<unknown>,
): Promise<unknown> {
  let why = 'nobody may do it'
  for (const one of list)
    try {
      return await act(one)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      why = error.message
    }
  throw new CannotHappen(`${what}: ${why}`)
}
