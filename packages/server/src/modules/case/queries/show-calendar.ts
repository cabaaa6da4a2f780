import { type CalendarYear, CHINA_UTC_OFFSET_MINUTES, calendarRoutes, dayAt, yearOf } from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { settingAt } from '../../setting/index.ts'
import { loadCalendar } from './load-calendar.ts'

/** The calendar that deadlines are computed by, year by year. */
export const showCalendar = query<typeof calendarRoutes.years>({
  route: calendarRoutes.years,
  permit: 'setting.view',
  async view(tx) {
    const { years } = await loadCalendar(tx)
    const own = new Set((await settingAt(tx, 'holidays', tx.now)).map(({ year }) => year))
    const present = yearOf(dayAt(tx.now, CHINA_UTC_OFFSET_MINUTES))
    const answer = [-1, 0, 1, 2].map((distance): CalendarYear => {
      const year = present + distance
      const known = years[year]
      return {
        year,
        by: own.has(year) ? 'district' : known ? 'state' : 'unpublished',
        holidays: [...(known?.holidays ?? [])],
        makeUpWorkdays: [...(known?.makeUpWorkdays ?? [])],
      }
    })
    return { answer, subjects: [] }
  },
})
