import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Outcome } from './command.ts'
import { Refused } from './refused.ts'
import { at } from './sql-values.ts'
import type { Tx } from './tx.ts'

/** A hash of what was asked, independent of the order of keys. */
export const hashOf = (value: unknown): Uint8Array => createHash('sha256').update(canonical(value)).digest()

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

/**
 * Claims a command id for this actor. The unique row makes two requests with one id wait for each other, also in two
 * processes: the second finds the outcome of the first. @throws Refused `input.key-reused` for another body.
 */
export async function claimOutcome(
  tx: Tx,
  actor: string,
  id: string,
  route: string,
  bodyHash: Uint8Array,
): Promise<Outcome | undefined> {
  const { rows: claimed } = await sql`
    insert into command_outcome (tenant, actor, id, body_hash, route, outcome, recorded_at)
    values (${tx.tenant}, ${actor}, ${id}, ${bodyHash}, ${route}, null, ${at(tx.now)})
    on conflict do nothing returning id`.execute(tx.db)
  if (claimed.length === 1) return undefined
  const { rows } = await sql<{ body_hash: Uint8Array; route: string; outcome: Outcome | null }>`
    select body_hash, route, outcome from command_outcome
    where tenant = ${tx.tenant} and actor = ${actor} and id = ${id}`.execute(tx.db)
  const earlier = rows[0]
  if (
    !earlier?.outcome ||
    earlier.route !== route ||
    !Buffer.from(earlier.body_hash).equals(Buffer.from(bodyHash))
  ) {
    throw new Refused({ refusal: 'input.key-reused' })
  }
  return earlier.outcome
}

export async function keepOutcome(tx: Tx, actor: string, id: string, outcome: Outcome): Promise<void> {
  await sql`
    update command_outcome set outcome = ${JSON.stringify(outcome)}::jsonb
    where tenant = ${tx.tenant} and actor = ${actor} and id = ${id}`.execute(tx.db)
}
