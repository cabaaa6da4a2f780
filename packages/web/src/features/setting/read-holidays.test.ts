import { expect, it } from 'vitest'
import { readHolidays, replaceYears, spansOf } from './read-holidays.ts'

it('reads a notice as a district office types it, by years, and names the lines that it does not understand', () => {
  const file =
    '日期,安排\n2028-01-01,休\n2028/1/2,放假\n2028年1月3日,班\nnächste Woche,休\n2028-01-05,也许\n2029-01-01,off'
  expect(readHolidays(file)).toEqual({
    notices: [
      { year: 2028, holidays: ['2028-01-01', '2028-01-02'], makeUpWorkdays: ['2028-01-03'] },
      { year: 2029, holidays: ['2029-01-01'], makeUpWorkdays: [] },
    ],
    strange: [5, 6],
  })
})

it('puts the years of a file in place of those that were there', () => {
  const year = (number: number, day: string) => ({ year: number, holidays: [day], makeUpWorkdays: [] })
  const kept = replaceYears([year(2027, 'a'), year(2029, 'b')], [year(2028, 'c'), year(2027, 'd')])
  expect(kept.map((one) => [one.year, one.holidays[0]])).toEqual([
    [2027, 'd'],
    [2028, 'c'],
    [2029, 'b'],
  ])
})

it('says days in a row as first and last, over the end of a month and a leap day', () => {
  expect(spansOf(['2028-03-01', '2028-02-28', '2028-02-29', '2028-05-01'])).toEqual(['02-28–03-01', '05-01'])
  expect(spansOf([])).toEqual([])
})
