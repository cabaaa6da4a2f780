import { findRecurrences, type Recurrence, type RecurringBuilding } from '@lianxin/contract'
import type { Tx } from '../../../kernel/tx.ts'
import { settingAt } from '../../setting/index.ts'
import { MONTHS_BEFORE, recurrenceCells } from './recurrence-cells.ts'
import { recurringBuildings } from './recurring-buildings.ts'

/** What speaks for a topic, as it was when it was proposed. */
export type TopicEvidence = {
  readonly itemCode: string
  /** A community, or the grid of one. */
  readonly placeCode: string
  readonly month: string
  readonly counted: number
  readonly expected: number | null
  readonly p: number | null
  readonly falseAlarmPercent: number
  readonly monthsBefore: number
  readonly tested: number
  readonly found: boolean
  /** What explains it within the place. */
  readonly buildings: readonly RecurringBuilding[]
}

/**
 * What the method says of a month where it is asked for, found or not, and how many places and items it tested. What explains
 * a place within it is looked for there alone.
 */
export async function evidenceOf(
  tx: Tx,
  month: string,
  wanted: (all: readonly Recurrence[]) => readonly Recurrence[],
): Promise<{ readonly evidence: readonly TopicEvidence[]; readonly tested: number }> {
  const { falseAlarmPercent } = await settingAt(tx, 'topic', tx.now)
  const all = findRecurrences(await recurrenceCells(tx, month), falseAlarmPercent / 100)
  const chosen = wanted(all)
  const proposed = chosen.filter((one) => one.proposed)
  const buildings = await recurringBuildings(tx, month, proposed, falseAlarmPercent / 100)
  const evidence = chosen.map((one) => ({
    ...{ itemCode: one.item, placeCode: one.place, month, counted: one.now, p: one.p, falseAlarmPercent },
    ...{ expected: one.expected, monthsBefore: MONTHS_BEFORE, tested: all.length, found: one.proposed },
    buildings: buildings.get(one) ?? [],
  }))
  return { evidence, tested: all.length }
}
