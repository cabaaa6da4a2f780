import { CALL_ASPECTS, getKind, type RatedCall, whistleRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { where } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { placeNames } from '../../place/index.ts'
import { blownWithin, type Called, calledUnits, callReach } from './called.ts'

const COMMUNITY = 12

/** Only what both sides have finished rating. */
export const isRated = ({ scores }: Called): boolean => scores !== null

/** Rated calls as they are read: where, when, what for, and how they were rated. */
export async function ratedViews(tx: Tx, calls: readonly Called[]): Promise<readonly RatedCall[]> {
  const codes = calls.map(({ placeCode }) => placeCode.slice(0, COMMUNITY))
  const places = await placeNames(tx, codes)
  return calls.filter(isRated).map(({ scores, arrive, placeCode, ...call }): RatedCall => {
    const kind = getKind('whistle', call.kindVersion)
    const place = places.get(placeCode.slice(0, COMMUNITY))
    return {
      ...{ caseId: call.caseId, number: call.number, blownAt: call.blownAt, overruled: call.overruled },
      ...{ placeName: place?.name ?? placeCode, placeNameEn: place?.nameEn ?? placeCode },
      causeName: kind.choices?.['cause']?.options[call.cause] ?? { zh: call.cause, en: call.cause },
      inTime: (arrive.stoppedAt ?? tx.now) <= arrive.dueAt,
      scores: CALL_ASPECTS.flatMap((aspect) => {
        const name = kind.scores?.[aspect]
        const score = scores?.[aspect]
        return name && score !== undefined ? [{ name, score }] : []
      }),
    }
  })
}

/** The rated calls of a unit behind its figures, as far as the reader sees. */
export const ratedCalls = query<typeof whistleRoutes.rated>({
  route: whistleRoutes.rated,
  permit: 'whistle.board',
  async view(tx, permit, { query: { unit, month } }) {
    const calls = await calledUnits(
      tx,
      sql`a.unit_id = ${unit}::uuid and ${blownWithin(tx, month)} and ${where(permit, callReach)}`,
    )
    return { answer: [...(await ratedViews(tx, calls))], subjects: [] }
  },
})
