import { type FigureBoard, type HonestCounts, honestRates, type Rate, type RateView } from '@lianxin/contract'
import { recounting } from '../../../kernel/recount.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { settingAt } from '../../setting/index.ts'
import { ratedRounds } from '../subscribers.ts'
import { type CountedTogether, countAlike, countTogether, NOTHING, type Span } from './count-rounds.ts'

const OF_RATES: readonly CountedTogether[] = [
  ...([['closedOnTime'], ['endedLate'], ['openOverdue']] as const),
  ['judged', 'solved', 'rated', 'satisfied'],
]
const OF_COMMUNITIES: readonly CountedTogether[] = [['registered'], ['closed', 'closedOnTime'], ['reopened']]
const COMMUNITY_DIGITS = 12

/** The rates of a place over any span of time, by the numbers that evaluation publishes of a month. */
export async function placeRates(
  tx: Tx,
  place: string,
  span: Span,
): Promise<Omit<FigureBoard['rates'], 'days'>> {
  const { minimumSample: minimum, confidencePercent } = await settingAt(tx, 'evaluation', tx.now)
  const anew = await recounting(tx, ratedRounds)
  const counted = anew ? undefined : await countTogether(tx, OF_RATES, { place }, span, null)
  const alike = (await countAlike(tx, { place }, span, null)).get('')
  const judged = { minimum, confidencePercent }
  const { onTime, solved, satisfied } = honestRates(counted?.get('') ?? NOTHING, judged, alike)
  return {
    ...{ recounting: anew, onTime: shownRate(onTime) },
    ...{ solved: shownRate(solved), satisfied: shownRate(satisfied) },
  }
}

/** What evaluation counts of each community in a span of time; null while it is counted anew: a part is not the whole. */
export const communityCounts = async (
  tx: Tx,
  span: Span,
): Promise<((code: string) => HonestCounts) | null> => {
  if (await recounting(tx, ratedRounds)) return null
  const by = { by: 'place', digits: COMMUNITY_DIGITS } as const
  const counted = await countTogether(tx, OF_COMMUNITIES, {}, span, by)
  return (code) => counted.get(code) ?? NOTHING
}

/** A rate as routes give it. */
export const shownRate = ({ interval, ...rate }: Rate): RateView => ({
  ...rate,
  interval: interval && [interval[0], interval[1]],
})
