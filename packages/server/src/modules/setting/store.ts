import type { SettingName } from '@lianxin/contract'
import { sql } from 'kysely'
import { at } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'

export type NewSettingVersion = {
  readonly name: SettingName
  readonly version: number
  readonly effectiveFrom: number
  readonly value: unknown
  readonly reasonId: string | null
}

/** Adds a version. False when somebody else has just taken its number: two people at once, and the first one counts. */
export async function addSettingVersion(tx: Tx, row: NewSettingVersion): Promise<boolean> {
  const { actor } = tx
  const account = actor.kind === 'account' ? actor.accountId : null
  const post = actor.kind === 'account' ? (actor.post?.id ?? null) : null
  const { rows } = await sql`
    insert into district_setting (tenant, name, version, effective_from, value, reason_id, decided_at, decided_account, decided_post)
    values (${tx.tenant}, ${row.name}, ${row.version}, ${at(row.effectiveFrom)}, ${JSON.stringify(row.value)}::jsonb, ${row.reasonId}::uuid, ${at(tx.now)}, ${account}::uuid, ${post}::uuid)
    on conflict do nothing returning version`.execute(tx.db)
  return rows.length > 0
}
