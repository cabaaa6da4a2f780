import Type, { type Static } from 'typebox'
import type { DaySpans, UnitHours, UnitWeek } from '../rules/working-calendar.ts'
import { marked } from '../schema.ts'
import { choice, closedObject, setting, titled } from './setting.ts'

const TimeOfDay = marked(Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }), 'x-input', 'time')
const DAYS = {
  monday: { zh: '周一', en: 'Monday' },
  tuesday: { zh: '周二', en: 'Tuesday' },
  wednesday: { zh: '周三', en: 'Wednesday' },
  thursday: { zh: '周四', en: 'Thursday' },
  friday: { zh: '周五', en: 'Friday' },
  saturday: { zh: '周六', en: 'Saturday' },
  sunday: { zh: '周日', en: 'Sunday' },
} as const
type Day = keyof typeof DAYS

export const OfficeHours = closedObject({
  opens: titled(TimeOfDay, '上班', 'Opens'),
  lunchFrom: titled(TimeOfDay, '午休开始', 'Lunch from'),
  lunchTo: titled(TimeOfDay, '午休结束', 'Lunch to'),
  closes: titled(TimeOfDay, '下班', 'Closes'),
  weekdays: titled(
    Type.Array(choice(DAYS), { minItems: 1, maxItems: 7, uniqueItems: true }),
    '上班的日子',
    'Days',
  ),
})
export type OfficeHours = Static<typeof OfficeHours>

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The week of a unit that keeps office hours, as the working-time engine counts it. */
export function unitHoursOf({ opens, lunchFrom, lunchTo, closes, weekdays }: OfficeHours): UnitHours {
  const spans: DaySpans = (
    [
      [minutes(opens), minutes(lunchFrom)],
      [minutes(lunchTo), minutes(closes)],
    ] as const
  ).filter(([from, to]) => from < to)
  const week = (Object.keys(DAYS) as Day[]).map((day) => (weekdays.includes(day) ? spans : []))
  return { week: week as unknown as UnitWeek }
}

export const officeHours = setting({
  title: { zh: '上班时间', en: 'Office hours' },
  explanation: {
    zh: '按工作小时、工作日计的时限只在这些时间里走。全天值守的单位（供热、供水等）不受影响；节假日和调休另有日历。',
    en: 'Limits in working hours and working days run only then. Units that never close (heating, water) are not touched; holidays and make-up workdays have a calendar of their own.',
  },
  schema: OfficeHours,
  initial: {
    opens: '08:30',
    lunchFrom: '12:00',
    lunchTo: '13:00',
    closes: '17:00',
    weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  },
  permit: 'setting.change',
  reaches: 'kept',
  faults: ({ opens, lunchFrom, lunchTo, closes, weekdays }) => [
    ...(opens < lunchFrom && lunchFrom <= lunchTo && lunchTo < closes
      ? []
      : [
          {
            field: 'closes',
            zh: '时间要按上班、午休开始、午休结束、下班的先后。',
            en: 'Times come in the order: opens, lunch from, lunch to, closes.',
          },
        ]),
    // A make-up workday keeps Monday's hours.
    ...(weekdays.includes('monday')
      ? []
      : [
          {
            field: 'weekdays',
            zh: '要有周一：调休上班的日子按周一的时间。',
            en: 'Monday is needed: make-up workdays keep its hours.',
          },
        ]),
  ],
})
