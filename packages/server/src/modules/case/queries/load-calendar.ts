import { CHINA_UTC_OFFSET_MINUTES, type HolidayCalendar } from '@lianxin/contract'
import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'

/** The newest published version of each year that a deadline from now on can reach. */
export async function loadCalendar(tx: Tx): Promise<HolidayCalendar> {
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
