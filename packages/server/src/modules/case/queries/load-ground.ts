import type { HolidayCalendar, Kind } from '@lianxin/contract'
import type { Tx } from '../../../kernel/tx.ts'
import { findItem, type Item } from '../../catalogue/index.ts'
import { lookUpUnits, type Unit } from '../../org/index.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import { loadCalendar } from './load-calendar.ts'
import { kindOfCase } from './load-kind.ts'

/** What the system's own steps on a matter are decided from, beside its facts. */
export type Ground = {
  readonly kind: Kind
  readonly item: Item | null
  readonly units: readonly Unit[]
  readonly calendar: HolidayCalendar
}

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
