import { deadline, GATE_PROCESS, type HolidayCalendar, OFFICE_HOURS } from '@lianxin/contract'
import type { Tx } from '../../kernel/tx.ts'

/** The published holidays, handed in where the house is put together: the module that keeps them comes later. */
export type Calendar = (tx: Tx) => Promise<HolidayCalendar>

/** When a clock of the gate that starts now is due, in working time. */
export async function gateDue(tx: Tx, calendar: Calendar, clock: 'decision' | 'answer'): Promise<number> {
  const { amount, kind } = GATE_PROCESS.clocks[clock]
  return deadline({
    kind,
    limit: amount,
    startAt: tx.now,
    hours: OFFICE_HOURS,
    calendar: await calendar(tx),
  }).dueAt
}
