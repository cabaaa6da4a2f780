import type { RoutingDecided, RoutingFault, RoutingRules, SimulationCounts } from '@lianxin/contract'
import { sql } from 'kysely'
import { at, atOrNull, jsonRows } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import { uuidV7 } from '../../kernel/uuid.ts'
import type { Outcome } from './domain/learn-items.ts'
import type { Learnt } from './domain/score-items.ts'

const postOf = ({ actor }: Tx): string | null => (actor.kind === 'account' ? (actor.post?.id ?? null) : null)

/** Adds a version of the rules. False when somebody else has just taken its number. */
export async function addRoutingSet(
  tx: Tx,
  { version, effectiveFrom }: Pick<RoutingDecided, 'version' | 'effectiveFrom'>,
  rules: RoutingRules,
): Promise<boolean> {
  const { rows } = await sql`
    insert into routing_set (tenant, version, rules, effective_from, decided_at, decided_post)
    values (${tx.tenant}, ${version}, ${JSON.stringify(rules)}::jsonb, ${at(effectiveFrom)}, ${at(tx.now)}, ${postOf(tx)}::uuid)
    on conflict do nothing returning version`.execute(tx.db)
  return rows.length > 0
}

/** The draft as it is now. What came of simulating an earlier one no longer counts. False when somebody else was faster. */
export async function saveDraft(tx: Tx, version: number, rules: RoutingRules): Promise<boolean> {
  const { rows } = await sql`
    insert into routing_draft as d (tenant, version, open, rules, saved_at, saved_post, simulated)
    values (${tx.tenant}, ${version}, true, ${JSON.stringify(rules)}::jsonb, ${at(tx.now)}, ${postOf(tx)}::uuid, null)
    on conflict (tenant) do update set version = excluded.version, open = true, rules = excluded.rules, saved_at = excluded.saved_at,
      saved_post = excluded.saved_post, simulated = null
    where d.version = excluded.version - 1 returning version`.execute(tx.db)
  return rows.length > 0
}

export async function noteSimulation(tx: Tx, version: number, counts: SimulationCounts): Promise<void> {
  await sql`
    update routing_draft set simulated = ${JSON.stringify(counts)}::jsonb
    where tenant = ${tx.tenant} and version = ${version}`.execute(tx.db)
}

/** The draft is in force: the next one begins anew. */
export async function closeDraft(tx: Tx, version: number): Promise<void> {
  await sql`update routing_draft set open = false where tenant = ${tx.tenant} and version = ${version}`.execute(
    tx.db,
  )
}

/** Raises an alert for each fault that has none, and settles those whose fault is gone. Returns how many it raised or settled. */
export async function keepAlerts(tx: Tx, faults: readonly RoutingFault[]): Promise<number> {
  const rows = faults.map(({ ruleId, kind, subject }) => ({ id: uuidV7(tx.now), ruleId, kind, subject }))
  const settled = await sql`
    update routing_alert a set settled_at = ${at(tx.now)}
    where a.tenant = ${tx.tenant} and a.settled_at is null and not exists (
      select 1 from jsonb_to_recordset(${jsonRows(rows)}) as r("ruleId" uuid, kind text, subject text)
      where r."ruleId" = a.rule_id and r.kind = a.kind and r.subject = a.subject)
    returning a.id`.execute(tx.db)
  const raised = await sql`
    insert into routing_alert (tenant, id, rule_id, kind, subject, raised_at)
    select ${tx.tenant}, r.id, r."ruleId", r.kind, r.subject, ${at(tx.now)}
    from jsonb_to_recordset(${jsonRows(rows)}) as r(id uuid, "ruleId" uuid, kind text, subject text)
    on conflict do nothing returning id`.execute(tx.db)
  return settled.rows.length + raised.rows.length
}

const TOKENS_AT_ONCE = 5_000

/** Puts what was learnt in the place of what had been learnt before, whole. */
export async function replaceLearning(
  tx: Tx,
  { matters, counts }: Learnt,
  outcome: Outcome,
  erasedAt: number | null,
): Promise<void> {
  await sql`delete from item_token where tenant = ${tx.tenant}`.execute(tx.db)
  const rows = [...counts].flatMap(([token, byItem]) =>
    [...byItem].map(([itemCode, count]) => ({ token, itemCode, count })),
  )
  for (let start = 0; start < rows.length; start += TOKENS_AT_ONCE)
    await sql`
      insert into item_token (tenant, token, item_code, matters)
      select ${tx.tenant}, r.token, r."itemCode", r.count
      from jsonb_to_recordset(${jsonRows(rows.slice(start, start + TOKENS_AT_ONCE))}) as r(token text, "itemCode" text, count int)`.execute(
      tx.db,
    )
  await sql`
    insert into item_learning (tenant, learnt_at, erased_at, items, outcome)
    values (${tx.tenant}, ${at(tx.now)}, ${atOrNull(erasedAt)}, ${JSON.stringify(Object.fromEntries(matters))}::jsonb, ${JSON.stringify(outcome)}::jsonb)
    on conflict (tenant) do update set learnt_at = excluded.learnt_at, erased_at = excluded.erased_at, items = excluded.items, outcome = excluded.outcome`.execute(
    tx.db,
  )
}
