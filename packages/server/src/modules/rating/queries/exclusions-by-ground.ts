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
  const untold = (why: Exclusions['untold']): Exclusions => ({ untold: why, minimumGroup, grounds: [] })
  if ([unit, item, place].some((part) => part !== undefined)) return untold('part')
  if (!isOver) return untold('running')
  const { rows } = await sql<{ ground: string; count: number; matters: number }>`
    select r.ground, count(*)::int as count, count(distinct r.case_id)::int as matters from rating_round r
    where ${asked(tx, {})} and ${CONDITIONS.excluded.holds(span)} group by r.ground`.execute(tx.db)
  if (rows.reduce((all, { matters }) => all + matters, 0) < minimumGroup) return untold('few')
  const counts = new Map(rows.map(({ ground, count }) => [ground, count]))
  const options = currentKind(REQUESTED_KIND).choices?.['ground']?.options ?? {}
  return {
    ...{ untold: null, minimumGroup },
    grounds: Object.entries(options).map(([ground, name]) => ({
      ground,
      name,
      count: counts.get(ground) ?? 0,
    })),
  }
}
