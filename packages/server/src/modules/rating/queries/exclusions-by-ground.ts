import { currentKind, type EvaluationBoard, REQUESTED_KIND } from '@lianxin/contract'
import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'
import { settingAt } from '../../setting/index.ts'
import { CONDITIONS } from './count-conditions.ts'
import { type Asked, asked, type Span } from './count-rounds.ts'

type Exclusions = EvaluationBoard['exclusions']

/**
 * How many matters were left out of the rates on which ground: of the whole district, and of a month that is over. A part
 * of the district could be taken from the whole and another part, a month that goes on from what it said a day earlier, and
 * what is left might be one matter that somebody knows. The smallest group is that of the month's end: a later one opens no
 * month that was too small.
 */
export async function exclusionsByGround(
  tx: Tx,
  { unit, item, place }: Asked,
  span: Span,
  isOver: boolean,
): Promise<Exclusions> {
  const { minimumGroup } = await settingAt(tx, 'evaluation', span[1])
  const told = (untold: Exclusions['untold'], count: (ground: string) => number | null): Exclusions => ({
    ...{ untold, minimumGroup },
    grounds: Object.entries(currentKind(REQUESTED_KIND).choices?.['ground']?.options ?? {}).map(
      ([ground, name]) => ({ ground, name, count: count(ground) }),
    ),
  })
  if ([unit, item, place].some((part) => part !== undefined)) return told('part', () => null)
  if (!isOver) return told('running', () => null)
  const { rows } = await sql<{ ground: string; count: number; matters: number }>`
    select r.ground, count(*)::int as count, count(distinct r.case_id)::int as matters from rating_round r
    where ${asked(tx, {})} and ${CONDITIONS.excluded.holds(span)} group by r.ground`.execute(tx.db)
  if (rows.reduce((all, { matters }) => all + matters, 0) < minimumGroup) return told('few', () => null)
  const counts = new Map(rows.map(({ ground, count }) => [ground, count]))
  return told(null, (ground) => counts.get(ground) ?? 0)
}
