import type { Tx } from '../../../kernel/tx.ts'
import { findItem } from '../../catalogue/index.ts'
import { lookUpUnits } from '../../org/index.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import type { DutyGround } from '../domain/on-duty.ts'
import { loadCalendar } from './load-calendar.ts'
import { kindOfCase } from './load-kind.ts'

/** What the system's own steps on a matter are decided from, beside its facts. */
export type Ground = DutyGround

export async function loadGround(tx: Tx, facts: CaseFacts): Promise<Ground> {
  const { itemCode, itemVersion, communityCode } = facts
  const [kind, item, units, calendar] = await Promise.all([
    kindOfCase(tx, facts),
    itemCode && itemVersion ? findItem(tx, itemCode, itemVersion) : null,
    lookUpUnits(tx, { ids: unitsAround(facts), codes: [], communityCode }),
    loadCalendar(tx),
  ])
  return { kind, item: item ?? null, units, calendar }
}

/** Every unit that a matter names. */
export const unitsAround = (facts: CaseFacts): readonly string[] => [
  ...facts.unitIds,
  ...facts.assignments.map((one) => one.unitId),
  ...(facts.initiatorUnitId ? [facts.initiatorUnitId] : []),
]
