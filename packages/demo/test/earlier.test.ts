import { findRecurrences, monthOf } from '@lianxin/contract'
import { expect, it } from 'vitest'
import { demoDistrict, earlierLife, MODEL_COMMUNITY_CODE } from '../src/index.ts'

const demo = demoDistrict()
const OPENINGS = ['2026-11-29', '2027-01-01', '2028-02-29', '2026-03-31'].map((day) =>
  Date.parse(`${day}T09:00:00+08:00`),
)
const at = (now: number, minutesAgo: number) => now - minutesAgo * 60_000

it.each(OPENINGS)('a year lies behind an opening at %d, and the last whole month brings one topic', (now) => {
  const { findings } = earlierLife(demo, now)
  const lastMonth = monthOf(Date.parse(`${monthOf(now)}-01T00:00:00+08:00`) - 1)
  const months = [...new Set(findings.map(({ minutesAgo }) => monthOf(at(now, minutesAgo))))].sort()
  const before = months.filter((month) => month < lastMonth).slice(-12)
  expect(before).toHaveLength(12)
  const counted = (within: (gridCode: string) => string | null, placeOf: (gridCode: string) => string) =>
    [...Map.groupBy(findings, ({ itemCode, gridCode }) => `${itemCode} ${placeOf(gridCode)}`)].map(
      ([key, ofPlace]) => {
        const [item = '', place = ''] = key.split(' ')
        const count = (month: string) =>
          ofPlace.filter(({ minutesAgo }) => monthOf(at(now, minutesAgo)) === month).length
        return { item, place, within: within(place), now: count(lastMonth), before: before.map(count) }
      },
    )
  const community = (code: string) => code.slice(0, 12)
  const cells = [...counted(() => null, community), ...counted(community, (code) => code)]
  const proposed = findRecurrences(cells, 0.05).filter((one) => one.proposed)
  expect(proposed.map(({ item, place }) => [item, place])).toEqual([['12084', `${MODEL_COMMUNITY_CODE}001`]])
})

it('is the same for the same district and moment, and everything in it is past', () => {
  const [now = 0] = OPENINGS
  expect(earlierLife(demo, now)).toEqual(earlierLife(demo, now))
  const { matters, findings } = earlierLife(demo, now)
  for (const { minutesAgo } of [...matters, ...findings]) expect(minutesAgo).toBeGreaterThan(60)
  const known = new Set(demo.catalogue.map(({ code }) => code))
  for (const { itemCode } of [...matters, ...findings]) expect(known).toContain(itemCode)
})
