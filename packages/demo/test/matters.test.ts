import { CHINA_UTC_OFFSET_MINUTES, dayAt, isoDateOf } from '@lianxin/contract'
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../src/catalogue.ts'
import { mattersOfDay, type PlannedMatter } from '../src/day/matters-of-grid.ts'
import { provincePart, readDivisions } from '../src/index.ts'

const grids = provincePart(readDivisions(), 210105, '210105').gridCodes
const model = { seed: 210105, items: CATALOGUE }
const dayOf = (day: string, scale = 1): readonly PlannedMatter[] =>
  grids.flatMap((grid) => mattersOfDay(model, grid, day, scale))
const share = (list: readonly unknown[], all: readonly unknown[]) => list.length / all.length
const heating = (matters: readonly PlannedMatter[]) =>
  matters.filter(({ itemCode }) => itemCode.startsWith('11'))

describe('a day of 皇姑区', () => {
  const monday = dayOf('2026-11-16')

  it('brings hundreds of matters, more on a Monday than on a Sunday', () => {
    expect(monday.length).toBeGreaterThan(350)
    expect(monday.length).toBeLessThan(700)
    expect(dayOf('2026-11-22').length).toBeLessThan(monday.length * 0.7)
    expect(dayOf('2026-11-16', 2).length / monday.length).toBeCloseTo(2, 0)
  })

  it('is about heating in winter, most of all in the first fortnight, and hardly in summer', () => {
    const early = heating(dayOf('2026-11-09'))
    const winter = heating(dayOf('2027-01-11'))
    const summer = heating(dayOf('2026-07-13'))
    expect(early.length).toBeGreaterThan(winter.length * 1.7)
    expect(winter.length).toBeGreaterThan(summer.length * 4)
  })

  it('is about what people call about, in the shares of Fushun in the October that was counted', () => {
    const days = Array.from({ length: 14 }, (_, i) => `2026-10-${12 + i}`)
    const calls = days.flatMap((day) => dayOf(day)).filter(({ channel }) => channel === 'resident')
    const percent = (...majors: readonly string[]) =>
      100 *
      share(
        calls.filter(({ itemCode }) => majors.includes(itemCode.slice(0, 2))),
        calls,
      )
    const near = (part: number, expected: number) => expect(Math.abs(part - expected)).toBeLessThan(1.5)
    near(percent('14'), 19.0)
    near(percent('02', '03', '05'), 9.5)
    near(percent('12'), 7.8)
    near(percent('11'), 7.2)
    near(percent('13'), 4.7)
    near(percent('17'), 2.7 + 2.2)
    near(percent('15'), 2.6 + 2.1)
    near(percent('18'), 2.2)
    expect(calls.some(({ itemCode }) => itemCode === '11080' || itemCode === '11082')).toBe(false)
  })

  it('complains about heating as people do early in the season: not warm enough, not in time, pipes', () => {
    const early = Array.from({ length: 14 }, (_, i) => `2026-11-${String(1 + i).padStart(2, '0')}`)
    const cold = heating(early.flatMap((day) => dayOf(day)))
    const percent = (code: string) =>
      100 *
      share(
        cold.filter((one) => one.itemCode === code),
        cold,
      )
    expect(Math.abs(percent('11080') - 47)).toBeLessThan(4)
    expect(Math.abs(percent('11082') - 37)).toBeLessThan(4)
    expect(Math.abs(percent('11081') - 9)).toBeLessThan(3)
  })

  it('is heated from 1 November to 31 March, in Dalian from 5 November to 5 April', () => {
    const cold = (place: string, day: string) =>
      provincePart(readDivisions(), 210105, place)
        .gridCodes.flatMap((grid) => mattersOfDay(model, grid, day))
        .filter(({ itemCode }) => itemCode === '11080' || itemCode === '11082').length
    expect([cold('210105', '2026-11-02') > 0, cold('210105', '2027-04-02') > 0]).toEqual([true, false])
    expect([cold('210204', '2026-11-02') > 0, cold('210204', '2027-04-02') > 0]).toEqual([false, true])
  })

  it('has its peaks before and after noon, and few matters at night', () => {
    const hour = ({ at }: PlannedMatter) => Math.floor((at / 60_000 + CHINA_UTC_OFFSET_MINUTES) / 60) % 24
    const between = (from: number, to: number) => monday.filter((one) => hour(one) >= from && hour(one) < to)
    expect(share(between(9, 11), monday)).toBeGreaterThan(share(between(12, 14), monday) * 1.5)
    expect(share(between(0, 6), monday)).toBeLessThan(0.05)
    for (const { at } of monday) {
      expect(isoDateOf(dayAt(at, CHINA_UTC_OFFSET_MINUTES))).toBe('2026-11-16')
    }
  })

  it('comes from a fifth of the grids for the most part', () => {
    const perGrid = Map.groupBy(
      [9, 10, 11, 12, 13].flatMap((date) => dayOf(`2026-11-${String(date).padStart(2, '0')}`)),
      ({ gridCode }) => gridCode,
    )
    const sizes = grids.map((code) => perGrid.get(code)?.length ?? 0).sort((a, b) => b - a)
    const total = sizes.reduce((sum, n) => sum + n, 0)
    const busiest = sizes.slice(0, Math.round(grids.length / 5)).reduce((sum, n) => sum + n, 0)
    expect(busiest / total).toBeGreaterThan(0.5)
    expect(busiest / total).toBeLessThan(0.75)
  })

  it('goes well for the most part: some late, some not solved, small things settled on the spot', () => {
    const judged = monday.filter(({ solved }) => solved !== null)
    expect(share(judged, monday)).toBeGreaterThan(0.15)
    expect(
      share(
        judged.filter(({ solved }) => solved),
        judged,
      ),
    ).toBeGreaterThan(0.88)
    expect(
      share(
        monday.filter(({ late }) => late),
        monday,
      ),
    ).toBeGreaterThan(0.02)
    for (const one of monday) {
      if (one.selfHandled)
        expect([one.channel, one.late, one.hoursToAnswer]).toEqual(['gridWorker', false, 0])
      if (one.solved === null) expect(one.satisfaction).toBeNull()
    }
    expect(monday.some(({ selfHandled }) => selfHandled)).toBe(true)
  })

  it('is the same for the same seed, whatever grid is asked first', () => {
    const backwards = [...grids].reverse().flatMap((grid) => mattersOfDay(model, grid, '2026-11-16'))
    const byId = (a: PlannedMatter, b: PlannedMatter) => (a.id < b.id ? -1 : 1)
    expect(backwards.sort(byId)).toEqual([...monday].sort(byId))
    expect(new Set(monday.map(({ id }) => id)).size).toBe(monday.length)
    expect(
      grids.flatMap((grid) => mattersOfDay({ ...model, seed: 7 }, grid, '2026-11-16')).map(({ id }) => id),
    ).not.toEqual(monday.map(({ id }) => id))
  })
})
