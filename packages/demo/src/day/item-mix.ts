import type { CatalogueItem } from '../catalogue-item.ts'

/** Items with how often each is what a matter is about, against the others. */
export type ItemMix = readonly (readonly [item: CatalogueItem, weight: number])[]

// Fushun, 2,083 calls of a week in October, in percent: housing 19.0, enforcement 9.5, water 7.8, heating 7.2, municipal 4.7,
// gas 2.7 and power 2.2, welfare 2.6 and 2.1, environment 2.2. The 40 % of “other” are given to streets, neighbours and
// safety (assumption).
const CALL_SHARES: Readonly<Record<string, number>> = {
  '01': 18,
  '02': 1,
  '03': 3,
  '04': 0.3,
  '05': 5.5,
  '11': 7.2,
  '12': 7.8,
  '13': 4.7,
  '14': 19,
  '15': 4.7,
  '16': 14,
  '17': 4.9,
  '18': 2.2,
  '19': 7.7,
}
const HEATING = '11'
/** People ask about heating before the season; the rest of the year hardly (assumption). In the season they complain. */
const HEATING_ASKED_MONTHS = [9, 10]
const HEATING_ELSE = 1

/** Complaints early in the season, in percent: not warm enough 47, not in time 37, pipes 9; the rest is about the bill. */
const COLD: Readonly<Record<string, number>> = { 11080: 47, 11082: 37, 11081: 9, 11083: 7 }
/** What only a season brings. */
const COLD_ONLY = ['11080', '11081', '11082']

/** What grid workers find: streets and houses for the most part (assumption). */
const FOUND_WEIGHTS: Readonly<Record<string, number>> = {
  '01': 16,
  '11': 0.4,
  '12': 9,
  '13': 9.6,
  '14': 19,
  '15': 4.7,
  '16': 9,
}
const FOUND_ELSE = 5

/** Within a group small matters are more frequent than large ones (assumption). */
const LEVEL_WEIGHTS: Readonly<Record<CatalogueItem['level'], number>> = {
  1: 3,
  2: 2,
  3: 1.5,
  4: 1,
  emergency: 0.08,
}
/** June to August: rain on the roads and noise through open windows (assumption: 2.5 times). */
const SUMMER = ['01004', '16080']

const monthOf = (day: string): number => Number(day.slice(5, 7))
const inSeason = ({ code }: CatalogueItem, day: string): number =>
  SUMMER.includes(code) && monthOf(day) >= 6 && monthOf(day) <= 8 ? 2.5 : 1

const of = (items: readonly CatalogueItem[], kind: string) =>
  items.filter(({ kinds }) => kinds.includes(kind))

export const foundMix = (items: readonly CatalogueItem[], day: string): ItemMix =>
  of(items, 'finding').map((item) => [
    item,
    (FOUND_WEIGHTS[item.major] ?? FOUND_ELSE) * LEVEL_WEIGHTS[item.level] * inSeason(item, day),
  ])

/** A group has its share however many items it has. */
export function callMix(items: readonly CatalogueItem[], day: string): ItemMix {
  const asked = of(items, 'request').filter(({ code }) => !COLD_ONLY.includes(code))
  const groups = new Map<string, number>()
  for (const { major, level } of asked) groups.set(major, (groups.get(major) ?? 0) + LEVEL_WEIGHTS[level])
  const shareOf = (major: string) =>
    major === HEATING && !HEATING_ASKED_MONTHS.includes(monthOf(day))
      ? HEATING_ELSE
      : (CALL_SHARES[major] ?? 0)
  return asked.map((item) => [
    item,
    (shareOf(item.major) * LEVEL_WEIGHTS[item.level] * inSeason(item, day)) / (groups.get(item.major) ?? 1),
  ])
}

export const coldMix = (items: readonly CatalogueItem[]): ItemMix =>
  items.flatMap((item) => (COLD[item.code] ? [[item, COLD[item.code] ?? 0] as const] : []))
