import { CHINA_UTC_OFFSET_MINUTES, type HolidayCalendar, withNotices } from '@lianxin/contract'
import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'
import { decidedValues, settingAt } from '../../setting/index.ts'

/** The calendar by which deadlines are computed now: what is published, and in its place what the district has decided for a year. */
export async function loadCalendar(tx: Tx): Promise<HolidayCalendar> {
  const [published, decided] = await Promise.all([publishedCalendar(tx), settingAt(tx, 'holidays', tx.now)])
  return withNotices(published, decided)
}

/** The newest published version of each year that a deadline from now on can reach. */
async function publishedCalendar(tx: Tx): Promise<HolidayCalendar> {
  const year = new Date(tx.now).getUTCFullYear()
  const { rows } = await sql<{
    year: number
    version: number
    holidays: string[]
    makeup_workdays: string[]
  }>`
    select distinct on (year) year, version, holidays::text[] as holidays, makeup_workdays::text[] as makeup_workdays
    from holiday_year where year between ${year - 1} and ${year + 2} order by year, version desc`.execute(
    tx.db,
  )
  const years = Object.fromEntries(
    rows.map((row) => [
      row.year,
      { published: true, holidays: row.holidays, makeUpWorkdays: row.makeup_workdays },
    ]),
  )
  return {
    version: rows.map((row) => `${row.year}.${row.version}`).join(' '),
    utcOffsetMinutes: CHINA_UTC_OFFSET_MINUTES,
    years,
  }
}

/** Calendars that a deadline may have been computed by before the present one: the published, and each that the district had decided. */
export async function earlierCalendars(tx: Tx): Promise<readonly HolidayCalendar[]> {
  const published = await publishedCalendar(tx)
  const decided = await decidedValues(tx, 'holidays')
  return [published, ...decided.map((notices) => withNotices(published, notices))]
}
