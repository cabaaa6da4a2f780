import { currentKind, type EvaluationBoard, REQUESTED_KIND } from '@lianxin/contract'
import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'
import { CONDITIONS } from './count-conditions.ts'
import { type Asked, asked, type Span } from './count-rounds.ts'

/** Digits of a subdistrict: what is smaller is a few houses. */
const FINEST = 9

/**
 * How many matters were left out of the rates on which ground. Of an item or a community it is not told: whoever knows of
 * the one matter there would read what was decided about it.
 */
export async function exclusionsByGround(
  tx: Tx,
  filter: Asked,
  span: Span,
): Promise<EvaluationBoard['exclusions']> {
  if (filter.item !== undefined || (filter.place?.length ?? 0) > FINEST) return null
  const { rows } = await sql<{ ground: string; count: number }>`
    select r.ground, count(*)::int as count from rating_round r
    where ${asked(tx, filter)} and ${CONDITIONS.excluded.holds(span)} group by r.ground`.execute(tx.db)
  const counts = new Map(rows.map(({ ground, count }) => [ground, count]))
  const grounds = currentKind(REQUESTED_KIND).choices?.['ground']?.options ?? {}
  return Object.entries(grounds).map(([ground, name]) => ({ ground, name, count: counts.get(ground) ?? 0 }))
}
