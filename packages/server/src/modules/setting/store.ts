import type { SettingChanged, SettingName } from '@lianxin/contract'
import { sql } from 'kysely'
import { putContent } from '../../kernel/content.ts'
import type { NewEvent } from '../../kernel/event-store.ts'
import { ensure } from '../../kernel/refused.ts'
import { at } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import { uuidV7 } from '../../kernel/uuid.ts'

/** Keeps a version that was decided, with the reason in words where one was given. Refused when somebody else has just taken its number. */
export async function keepChange(
  tx: Tx,
  name: SettingName,
  { streamId, payload: { version, effectiveFrom } }: NewEvent<SettingChanged>,
  { value, reason }: { readonly value: unknown; readonly reason?: string | undefined },
): Promise<void> {
  const reasonId = reason ? uuidV7(tx.now) : null
  const row = { name, version, effectiveFrom, value, reasonId }
  ensure(await addSettingVersion(tx, row), { refusal: 'setting.changed' })
  if (reason && reasonId) await putContent(tx, [{ id: reasonId, streamId, field: 'reason', text: reason }])
}

type NewSettingVersion = {
  readonly name: SettingName
  readonly version: number
  readonly effectiveFrom: number
  readonly value: unknown
  readonly reasonId: string | null
}

/** False when somebody else has just taken its number: two people at once, and the first one counts. */
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
