import { currentKind, type EvaluationBoard, REQUESTED_KIND } from '@lianxin/contract'
import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'
import { settingAt } from '../../setting/index.ts'
import { CONDITIONS } from './count-conditions.ts'
import { type Asked, asked, type Span } from './count-rounds.ts'

type Exclusions = EvaluationBoard['exclusions']

/** By how many digits the public board tells places apart first: by subdistrict. What is finer lies within one of them. */
const SUBDISTRICT = sql.raw('left(r.place_code, 9)')

/**
 * How many matters were left out of the rates on which ground: of the whole district, and of a month that is over. A part
 * of the district could be taken from the whole and another part, a month that goes on from what it said a day earlier, and
 * what is left might be one matter that somebody knows. How many were left out of each unit, item and place is public too:
 * where one ground has nearly all, the ground of any of them is known, and where one of the parts has, the grounds of the
 * part. So at least the smallest group must lie beside each ground, unit, item and place. The smallest group is that of the
 * month's end: a later one opens no month that was too small.
 */
export async function exclusionsByGround(
  tx: Tx,
  { unit, item, place }: Asked,
  span: Span,
  month: 'over' | 'running' | 'recounting',
): Promise<Exclusions> {
  const { minimumGroup } = await settingAt(tx, 'evaluation', span[1])
  const told = (untold: Exclusions['untold'], count: (ground: string) => number | null): Exclusions => ({
    ...{ untold, minimumGroup },
    grounds: Object.entries(currentKind(REQUESTED_KIND).choices?.['ground']?.options ?? {}).map(
      ([ground, name]) => ({ ground, name, count: count(ground) }),
    ),
  })
  if ([unit, item, place].some((part) => part !== undefined)) return told('part', () => null)
  if (month !== 'over') return told(month, () => null)
  const { rows } = await sql<{ ground: string | null; of: string; count: number; matters: number }>`
    select r.ground, case when grouping(r.ground) = 0 then 'ground' when grouping(r.unit_id, r.item_code, ${SUBDISTRICT}) = 7
      then 'whole' else 'part' end as of, count(*)::int as count, count(distinct r.case_id)::int as matters
    from rating_round r where ${asked(tx, {})} and ${CONDITIONS.excluded.holds(span)}
    group by grouping sets ((), (r.ground), (r.unit_id), (r.item_code), (${SUBDISTRICT}))`.execute(tx.db)
  const most = (some: typeof rows) => Math.max(0, ...some.map(({ matters }) => matters))
  const { whole = [], ground = [], part = [] } = Object.groupBy(rows, ({ of }) => of)
  if (most(whole) - most([...ground, ...part]) < minimumGroup) return told('few', () => null)
  const counts = new Map(ground.map((row) => [row.ground, row.count]))
  return told(null, (one) => counts.get(one) ?? 0)
}
