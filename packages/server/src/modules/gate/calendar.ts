import { deadline, type HolidayCalendar, unitHoursOf } from '@lianxin/contract'
import type { Tx } from '../../kernel/tx.ts'
import { settingsAt } from '../setting/index.ts'

/** The published holidays, handed in where the house is put together: the module that keeps them comes later. */
export type Calendar = (tx: Tx) => Promise<HolidayCalendar>

/** When a clock of the gate that starts now is due, in working time, by the limits that the district has decided. */
export async function gateDue(tx: Tx, calendar: Calendar, clock: 'decision' | 'answer'): Promise<number> {
  const { gateLimits, officeHours } = await settingsAt(tx, ['gateLimits', 'officeHours'], tx.now)
  const { amount, kind } = gateLimits[clock]
  return deadline({
    kind,
    limit: amount,
    startAt: tx.now,
    hours: unitHoursOf(officeHours),
    calendar: await calendar(tx),
  }).dueAt
}
