import { currentKind, type EvaluationBoard, REQUESTED_KIND } from '@lianxin/contract'
import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'
import { settingAt } from '../../setting/index.ts'
import { areGroundsTold, type LeftOut } from '../domain/grounds-told.ts'
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
  // The public board tells places apart by subdistrict first: what is finer lies within one of them.
  const { rows } = await sql<LeftOut>`
    select r.case_id as "caseId", r.ground, r.unit_id as unit, r.item_code as item, left(r.place_code, 9) as subdistrict
    from rating_round r where ${asked(tx, {})} and ${CONDITIONS.excluded.holds(span)}`.execute(tx.db)
  if (!areGroundsTold(rows, minimumGroup)) return told('few', () => null)
  return told(null, (ground) => rows.filter((row) => row.ground === ground).length)
}
