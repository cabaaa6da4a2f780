import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { OneOf } from '../schema.ts'

const Days = Type.Array(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }))

/** Days off and make-up workdays of a year, and who says so. `unpublished`: nobody yet; it counts Monday to Friday. */
export const CalendarYear = Type.Object({
  year: Type.Integer(),
  by: OneOf(['state', 'district', 'unpublished'] as const),
  holidays: Days,
  makeUpWorkdays: Days,
})
export type CalendarYear = Static<typeof CalendarYear>

export const calendarRoutes = {
  years: route({
    id: 'calendar.years',
    method: 'GET',
    path: '/api/calendar',
    summary:
      'Holidays and make-up workdays of last year, this one and the next two, as deadlines are computed by them',
    permit: 'setting.view',
    response: Type.Array(CalendarYear),
  }),
} as const
