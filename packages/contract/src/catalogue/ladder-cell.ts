import type { Bilingual } from '../schema.ts'
import { CLIMB_HEIGHTS, type Climb, PERCENT_BOUNDS, soonestFirst, unclimbable } from '../setting/ladder.ts'

const HOW: Bilingual = {
  zh: '请写成“100% 社区；200% 街道”这样，升到社区、街道或区指挥中心；不填就按级别升级。',
  en: 'Write it like “100% the community; 200% the subdistrict”: up to the community, the subdistrict or the district command centre. Empty, the item climbs by its level.',
}
const STEP = /^(\d{1,4})\s*[%％]\s*(.+)$/
const [LEAST, MOST] = PERCENT_BOUNDS

/** The rungs that an item has of its own, in one cell; empty: it has none. */
export const ladderCell = (rungs: readonly Climb[]): string =>
  rungs.map(({ afterPercent, to }) => `${afterPercent}% ${CLIMB_HEIGHTS[to].zh}`).join('；')

/** What a cell says of an item's own rungs, soonest first, or what is wrong with it. */
export function readLadder(
  cell: string,
): { readonly rungs: readonly Climb[] } | { readonly fault: Bilingual } {
  const steps = cell
    .split(/[;；\n]+/)
    .map((step) => step.trim())
    .filter((step) => step !== '')
  const read = steps.map(readStep)
  const rungs = soonestFirst(read.filter((one) => one !== undefined))
  if (rungs.length < steps.length) return { fault: HOW }
  const [unclimbed] = unclimbable(rungs, () => true)
  return unclimbed ? { fault: { zh: unclimbed.zh, en: unclimbed.en } } : { rungs }
}

function readStep(step: string): Climb | undefined {
  const [, percent = '', word = ''] = STEP.exec(step) ?? []
  const [to] = Object.entries(CLIMB_HEIGHTS).find(([name, { zh, en }]) => [name, zh, en].includes(word)) ?? []
  const afterPercent = Number(percent)
  return to && afterPercent >= LEAST && afterPercent <= MOST
    ? { afterPercent, to: to as Climb['to'] }
    : undefined
}
