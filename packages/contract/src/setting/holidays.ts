import Type, { type Static } from 'typebox'
import type { FieldProblem } from '../errors.ts'
import { dayOfIsoDate, isIsoDate, weekdayOf } from '../rules/local-day.ts'
import type { HolidayCalendar } from '../rules/working-calendar.ts'
import { marked } from '../schema.ts'
import { closedObject, setting, titled } from './setting.ts'

const Day = marked(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), 'x-input', 'day')
const HolidayNotice = closedObject({
  year: titled(Type.Integer({ minimum: 2020, maximum: 2200 }), '年份', 'Year'),
  holidays: titled(
    Type.Array(Day, { minItems: 1, maxItems: 60, uniqueItems: true }),
    '放假的日子',
    'Days off',
  ),
  makeUpWorkdays: titled(
    Type.Array(Day, { maxItems: 30, uniqueItems: true }),
    '调休上班的日子',
    'Make-up workdays',
  ),
})
export type HolidayNotice = Static<typeof HolidayNotice>
const HolidayNotices = Type.Array(HolidayNotice, { maxItems: 50 })
export type HolidayNotices = Static<typeof HolidayNotices>

/** The calendar with the years that the district loaded or corrected in place of the published ones. */
export const withNotices = (calendar: HolidayCalendar, notices: HolidayNotices): HolidayCalendar => ({
  ...calendar,
  version: notices.length === 0 ? calendar.version : `${calendar.version} ${JSON.stringify(notices)}`,
  years: {
    ...calendar.years,
    ...Object.fromEntries(
      notices.map(({ year, holidays, makeUpWorkdays }) => [
        year,
        { published: true, holidays, makeUpWorkdays },
      ]),
    ),
  },
})

export const holidays = setting({
  title: { zh: '节假日和调休', en: 'Holidays and make-up workdays' },
  explanation: {
    zh: '国务院公布的放假安排随系统更新；还没有随系统来的年份、本地临时放假，在这里按年载入或更正。载入后，没有办结的事的期限重新计算。',
    en: 'The State Council’s notices come with updates. A year that has not come yet, or a local change, is loaded or corrected here, year by year. Deadlines of open matters are then computed again.',
  },
  schema: HolidayNotices,
  initial: [],
  permit: 'setting.change',
  reaches: 'everywhere',
  faults: (notices) =>
    notices.flatMap((notice, index) => [
      ...(notices.findIndex(({ year }) => year === notice.year) < index
        ? [{ field: `${index}.year`, zh: '这一年列了两次。', en: 'This year is listed twice.' }]
        : []),
      ...dayFaults(notice, `${index}`),
    ]),
})

function dayFaults(
  { year, holidays: off, makeUpWorkdays: worked }: HolidayNotice,
  at: string,
): readonly FieldProblem[] {
  const strange = (days: readonly string[]) =>
    days.filter((day) => !isIsoDate(day) || !day.startsWith(`${year}-`))
  const fault = (field: string, days: readonly string[], zh: string, en: string) =>
    days.length === 0
      ? []
      : [{ field: `${at}.${field}`, zh: `${zh}：${days.join('、')}。`, en: `${en}: ${days.join(', ')}.` }]
  const known = worked.filter((day) => !strange([day]).length)
  return [
    ...fault('holidays', strange(off), '不是这一年的日子', 'Not a day of that year'),
    ...fault('makeUpWorkdays', strange(worked), '不是这一年的日子', 'Not a day of that year'),
    ...fault(
      'makeUpWorkdays',
      known.filter((day) => weekdayOf(dayOfIsoDate(day)) < 5),
      '本来就是工作日，不用调休',
      'A working day anyway, not made up',
    ),
    ...fault(
      'makeUpWorkdays',
      known.filter((day) => off.includes(day)),
      '既放假又上班',
      'Both off and worked',
    ),
  ]
}
