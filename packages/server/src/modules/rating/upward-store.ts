import { UPWARD_ASPECTS, type UpwardAspect } from '@lianxin/contract'
import { sql } from 'kysely'
import { at } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'

/** Spends the right to rate a unit in a quarter. False when it was spent before. */
export async function spendToken(tx: Tx, token: Uint8Array, quarter: string): Promise<boolean> {
  const { rows } = await sql`
    insert into upward_token (tenant, token, quarter) values (${tx.tenant}, ${token}, ${quarter})
    on conflict do nothing returning quarter`.execute(tx.db)
  return rows.length > 0
}

/** Adds to each of the three counts: one rating, or so many alike. Whose it was is not known here. */
export async function countScores(
  tx: Tx,
  quarter: string,
  unitId: string,
  scores: Readonly<Record<UpwardAspect, number>>,
  raters = 1,
): Promise<void> {
  for (const aspect of UPWARD_ASPECTS)
    await sql`
      insert into upward_count as c (tenant, quarter, unit_id, aspect, score, raters)
      values (${tx.tenant}, ${quarter}, ${unitId}, ${aspect}, ${scores[aspect]}, ${raters})
      on conflict (tenant, quarter, unit_id, aspect, score) do update set raters = c.raters + ${raters}`.execute(
      tx.db,
    )
}

/** Keeps where the words of an answer are. False when the unit has answered before. */
export async function addAnswer(tx: Tx, quarter: string, unitId: string, wordsId: string): Promise<boolean> {
  const { rows } = await sql`
    insert into upward_answer (tenant, quarter, unit_id, words_id, answered_at)
    values (${tx.tenant}, ${quarter}, ${unitId}, ${wordsId}, ${at(tx.now)})
    on conflict do nothing returning unit_id`.execute(tx.db)
  return rows.length > 0
}
