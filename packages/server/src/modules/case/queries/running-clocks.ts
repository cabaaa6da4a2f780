import type { ClockFact } from '@lianxin/contract'
import { sql } from 'kysely'
import type { Permit } from '../../../kernel/permit.ts'
import { at, atMost } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import { running } from '../domain/clocks.ts'
import type { OnLadder } from '../domain/rungs.ts'
import { lockCase } from './load-case.ts'
import { type Ground, loadGround } from './load-ground.ts'
import { complainantsOf } from './remedies.ts'

/** The end of its limit, a rung of the ladder, that what it waited for has ended, or that offices open or close while it runs. */
export type DueMoment = { readonly clockId: string; readonly at: 'limit' | 'rung' | 'again' | 'duty' }

/** Moments of running clocks that have come, the longest ago first. */
export async function dueMoments(tx: Tx, limit: number): Promise<readonly DueMoment[]> {
  const waits = sql`tenant = ${tx.tenant} and stopped_at is null and (retry_at is null or retry_at <= ${at(tx.now)})`
  const { rows } = await sql<DueMoment>`
    select "clockId", "at" from (
      select id as "clockId", due_at as moment, 'limit' as "at" from clock where ${waits} and fired_at is null and due_at <= ${at(tx.now)}
      union all
      select id, rung_at, 'rung' from clock where ${waits} and rung_at <= ${at(tx.now)}
      union all
      select id, again_at, 'again' from clock where ${waits} and again_at <= ${at(tx.now)}
      union all
      select id, duty_at, 'duty' from clock where ${waits} and duty_at <= ${at(tx.now)}
    ) as due order by moment, "at" limit ${atMost(limit)}`.execute(tx.db)
  return rows
}

/** A running clock with its matter locked, and what the system's step on it is decided from. */
export type RunningClock = Ground & {
  readonly facts: CaseFacts
  readonly clock: ClockFact
  readonly openChildren: number
  readonly complainants: readonly string[]
  readonly freshIds: readonly string[]
}

/** What the rungs of its clocks are told from. */
export const onLadder = ({ kind, item, facts }: RunningClock): OnLadder => ({
  ...{ kind, item, level: facts.level, choices: facts.choices },
})

/** Null: somebody is working on the matter, or the clock was stopped between claim and lock. */
export async function lockRunningClock(
  tx: Tx,
  permit: Permit,
  clockId: string,
): Promise<RunningClock | null> {
  const caseId = await lockCaseOf(tx, clockId)
  if (!caseId) return null
  const { facts, openChildren } = await lockCase(tx, permit, caseId, null)
  const clock = facts.clocks.find((one) => one.id === clockId)
  if (!clock || !running(clock)) return null
  const freshIds = Array.from({ length: 8 }, () => uuidV7(tx.now))
  const [ground, complainants] = await Promise.all([loadGround(tx, facts), complainantsOf(tx, facts)])
  return { facts, clock, openChildren, complainants, ...ground, freshIds }
}

/**
 * Locks the matter of a clock, unless somebody is working on it. It locks the matter and not the clock: a move locks the
 * matter first and its clocks later, and two that lock in opposite orders would wait for each other for ever.
 */
async function lockCaseOf(tx: Tx, clockId: string): Promise<string | undefined> {
  const { rows } = await sql<{ case_id: string }>`
    select k.case_id from clock k join grid_case c on c.tenant = k.tenant and c.id = k.case_id
    where k.tenant = ${tx.tenant} and k.id = ${clockId}::uuid for update of c skip locked`.execute(tx.db)
  return rows[0]?.case_id
}
