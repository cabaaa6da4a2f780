import { inForce, planned, type RoutingRules, type SimulationCounts } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'

export type RuleSet = {
  readonly version: number
  readonly rules: RoutingRules
  readonly effectiveFrom: number
  readonly decidedAt: number
  readonly decidedPost: string | null
}

/** Every version of the rules, oldest first. */
export async function ruleSets(tx: Tx): Promise<readonly RuleSet[]> {
  const { rows } = await sql<RuleSet>`
    select version, rules, effective_from as "effectiveFrom", decided_at as "decidedAt", decided_post as "decidedPost"
    from routing_set where tenant = ${tx.tenant} order by version`.execute(tx.db)
  return rows
}

/** The rules in force at a moment, and what is planned then. */
export async function rulesAt(
  tx: Tx,
  moment: number,
): Promise<{ readonly present: RuleSet | undefined; readonly next: RuleSet | undefined }> {
  const sets = await ruleSets(tx)
  return { present: inForce(sets, moment), next: planned(sets, moment) }
}

export type Draft = {
  readonly version: number
  readonly open: boolean
  readonly rules: RoutingRules
  readonly savedAt: number
  readonly savedPost: string | null
  readonly simulated: SimulationCounts | null
}

export const findDraft = (tx: Tx): Promise<Draft | undefined> => draft(tx, sql``)
/** Held until the transaction ends: two who write take turns. */
export const lockDraft = (tx: Tx): Promise<Draft | undefined> => draft(tx, sql`for update`)

async function draft(tx: Tx, lock: RawBuilder<unknown>): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`
    select version, open, rules, saved_at as "savedAt", saved_post as "savedPost", simulated
    from routing_draft where tenant = ${tx.tenant} ${lock}`.execute(tx.db)
  return rows[0]
}
