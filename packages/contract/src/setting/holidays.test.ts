import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { describe, expect, it, test } from 'vitest'
import { dayOfIsoDate, instantOf } from '../rules/local-day.ts'
import { type HolidayCalendar, isWorkingDay, OFFICE_HOURS } from '../rules/working-calendar.ts'
import { deadline } from '../rules/working-time.ts'
import { holidays, withNotices } from './holidays.ts'

const CHINA = 480
/** The notices of the State Council as the package prints them: day → name. Nothing below asks our own rules what a day is. */
const off = new Set(Object.keys(notices.holidays))
const worked = new Set(Object.keys(notices.workdays))
const years = [...new Set([...off].map((day) => Number(day.slice(0, 4))))].toSorted()
const daysOf = (year: number) => {
  const first = Date.UTC(year, 0, 1)
  const count = (Date.UTC(year + 1, 0, 1) - first) / 86_400_000
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * 86_400_000).toISOString().slice(0, 10),
  )
}
const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
/** 国务院办公厅的通知: a listed day off is off, a listed make-up day is worked, of the rest the weekend is off. */
const isWorked = (day: string) => worked.has(day) || (!off.has(day) && !isWeekend(day))
const published: HolidayCalendar = {
  ...{ version: 'published', utcOffsetMinutes: CHINA },
  years: Object.fromEntries(
    years.map((year) => [
      year,
      {
        published: true,
        holidays: [...off].filter((day) => day.startsWith(`${year}-`)),
        makeUpWorkdays: [...worked].filter((day) => day.startsWith(`${year}-`)),
      },
    ]),
  ),
}
const nine = (day: string) => instantOf(dayOfIsoDate(day), 9 * 60, CHINA)
const due = (kind: 'workingDay' | 'workingHour', limit: number, day: string, calendar = published) =>
  deadline({ kind, limit, startAt: nine(day), hours: OFFICE_HOURS, calendar })

describe('the working-time engine on every day of the published calendars', () => {
  it('has calendars to be checked against', () => {
    expect([years[0], years.length >= 20, off.size > 400, worked.size > 100]).toEqual([
      2004,
      true,
      true,
      true,
    ])
  })

  test.each(years)('%i: a day is worked exactly where the notice and the week say so', (year) => {
    const ours = daysOf(year).filter((day) => isWorkingDay(published, day))
    expect(ours).toEqual(daysOf(year).filter(isWorked))
  })

  // The last weeks of the last year lead beyond what is published.
  test.each(years.slice(0, -1))(
    '%i: one, three and ten working days from each day end where counting them ends',
    (year) => {
      const all = [...daysOf(year), ...daysOf(year + 1)]
      const from = (day: string) => all.slice(all.indexOf(day)).filter(isWorked)
      for (const day of daysOf(year))
        for (const limit of [1, 3, 10]) {
          const end = from(day)[limit] ?? ''
          const { dueAt, provisional } = due('workingDay', limit, day)
          expect([day, limit, dueAt, provisional]).toEqual([
            ...[day, limit, instantOf(dayOfIsoDate(end), 17 * 60, CHINA), false],
          ])
        }
    },
  )

  test.each(years.slice(0, -1))(
    '%i: eight working hours from nine on each day end a working day later',
    (year) => {
      const all = [...daysOf(year), ...daysOf(year + 1)]
      for (const day of daysOf(year)) {
        const [first = '', second = ''] = all.slice(all.indexOf(day)).filter(isWorked)
        // 7½ hours a day from 8:30 with an hour for lunch: from nine, seven are left of the first day.
        const end =
          first === day ? nine(second) + 30 * 60_000 : instantOf(dayOfIsoDate(second), 9 * 60, CHINA)
        expect([day, due('workingHour', 8, day).dueAt]).toEqual([day, end])
      }
    },
  )

  it('says that a year is provisional until it is loaded, and counts Monday to Friday meanwhile', () => {
    const last = Number(years.at(-1))
    const before = due('workingDay', 3, `${last + 1}-09-29`)
    expect(before.provisional).toBe(true)
    const notice = {
      year: last + 1,
      holidays: [`${last + 1}-09-30`, `${last + 1}-10-01`],
      makeUpWorkdays: [],
    }
    const after = due('workingDay', 3, `${last + 1}-09-29`, withNotices(published, [notice]))
    expect([after.provisional, after.dueAt > before.dueAt]).toEqual([false, true])
  })
})

describe('a notice that the district loads', () => {
  const good = { year: 2027, holidays: ['2027-10-01'], makeUpWorkdays: ['2027-10-09'] }

  it('stands in place of the published year, and of no other', () => {
    const calendar = withNotices(published, [{ ...good, year: 2024, holidays: ['2024-03-04'] }])
    expect([isWorkingDay(calendar, '2024-03-04'), isWorkingDay(calendar, '2024-10-01')]).toEqual([
      false,
      true,
    ])
    expect(isWorkingDay(calendar, '2023-10-02')).toBe(false)
    expect(calendar.version).not.toBe(published.version)
  })

  test.each([
    ['a good one', [good], []],
    ['a year twice', [good, good], ['1.year']],
    ['a day of another year', [{ ...good, holidays: ['2026-10-01'] }], ['0.holidays']],
    ['a day that does not exist', [{ ...good, holidays: ['2027-02-29'] }], ['0.holidays']],
    ['a leap day', [{ year: 2028, holidays: ['2028-02-29'], makeUpWorkdays: [] }], []],
    ['a Friday made up', [{ ...good, makeUpWorkdays: ['2027-10-08'] }], ['0.makeUpWorkdays']],
    ['a day both off and worked', [{ ...good, holidays: ['2027-10-09'] }], ['0.makeUpWorkdays']],
  ])('%s', (_what, value, fields) => {
    expect((holidays.faults?.(value) ?? []).map(({ field }) => field)).toEqual(fields)
  })
})
