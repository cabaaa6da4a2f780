import {
  type Alike,
  type EvaluatedBy,
  type EvaluationRow,
  type HonestCounts,
  honestRates,
  monthOf,
  monthSpan,
  ratingRoutes,
} from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { recounting } from '../../../kernel/recount.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { itemsInForce } from '../../catalogue/index.ts'
import { unitStandings } from '../../org/index.ts'
import { placeNames } from '../../place/index.ts'
import { settingAt } from '../../setting/index.ts'
import { ratedRounds } from '../subscribers.ts'
import { countAlike, countedSpan, countRounds, NOTHING } from './count-rounds.ts'
import { exclusionsByGround } from './exclusions-by-ground.ts'
import { shownRate } from './place-rates.ts'

const LENGTHS = [6, 9, 12, 15] as const
/** How finely the page of everybody tells places apart: a grid is a few houses. */
const DEEPEST = 12

type Named = { readonly key: string; readonly name: string; readonly nameEn: string }
type Judged = { readonly minimum: number; readonly confidencePercent: number }

/** Published rates of a month: by unit, item or place, one filter within another, and in no order of merit. */
export const evaluationBoard = query<typeof ratingRoutes.board>({
  route: ratingRoutes.board,
  permit: 'public.read',
  async view(tx, _permit, { query: { by, month = monthOf(tx.now), ...filter } }) {
    const { minimumSample: minimum, confidencePercent } = await settingAt(tx, 'evaluation', tx.now)
    const span = countedSpan(month, tx.now)
    const digits = LENGTHS.find((length) => length > (filter.place?.length ?? 6)) ?? DEEPEST
    const anew = await recounting(tx, ratedRounds)
    const counts = anew
      ? new Map<string, HonestCounts>()
      : await countRounds(tx, filter, span, { by, digits: Math.min(digits, DEEPEST) })
    const [total = NOTHING] = anew ? [] : (await countRounds(tx, filter, span, null)).values()
    const alike = await countAlike(tx, filter, span, { by, digits: Math.min(digits, DEEPEST) })
    const [allAlike] = (await countAlike(tx, filter, span, null)).values()
    const over = monthSpan(month)[1] <= tx.now ? 'over' : 'running'
    const judged = { minimum, confidencePercent }
    const names = await namesOf(tx, by, [...counts.keys()])
    return {
      answer: {
        ...{ at: tx.now, month, by, minimum, confidencePercent, recounting: anew },
        total: rowOf({ key: '', name: '', nameEn: '' }, total, judged, allAlike),
        exclusions: await exclusionsByGround(tx, filter, span, anew ? 'recounting' : over),
        rows: names.map((one) => rowOf(one, counts.get(one.key) ?? NOTHING, judged, alike.get(one.key))),
      },
      subjects: [],
    }
  },
})

const rowOf = (named: Named, counts: HonestCounts, judged: Judged, alike?: Alike): EvaluationRow => {
  const { signedInTime, onTime, solved, satisfied, reopened, inGrid, inCommunity } = honestRates(
    counts,
    judged,
    alike,
  )
  return {
    ...named,
    counts: { ...counts },
    rates: {
      ...{
        signedInTime: shownRate(signedInTime),
        onTime: shownRate(onTime),
        solved: shownRate(solved),
        satisfied: shownRate(satisfied),
      },
      ...{ reopened: shownRate(reopened), inGrid: shownRate(inGrid), inCommunity: shownRate(inCommunity) },
    },
  }
}

/** Names in the order of the register: departments, subdistricts, communities; items by code; places by code. */
async function namesOf(tx: Tx, by: EvaluatedBy, keys: readonly string[]): Promise<readonly Named[]> {
  const nobody = keys.includes('') ? [{ key: '', name: '', nameEn: '' }] : []
  if (by === 'unit') {
    const units = await unitStandings(tx, tx.now)
    return [
      ...units
        .filter(({ id }) => keys.includes(id))
        .map(({ id, name, nameEn }) => ({ key: id, name, nameEn })),
      ...nobody,
    ]
  }
  if (by === 'place') {
    const places = await placeNames(tx, keys)
    return keys
      .toSorted()
      .map((key) => ({ key, name: places.get(key)?.name ?? key, nameEn: places.get(key)?.nameEn ?? key }))
  }
  const items = new Map((await itemsInForce(tx)).map((item) => [item.code, item]))
  return [
    ...keys
      .filter((key) => key !== '')
      .toSorted()
      .map((key) => ({ key, name: items.get(key)?.name ?? key, nameEn: items.get(key)?.nameEn ?? key })),
    ...nobody,
  ]
}
