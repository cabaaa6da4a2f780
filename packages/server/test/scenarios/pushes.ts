import type { MoveInput } from '@lianxin/contract'
import fc from 'fast-check'
import { CALLED_UNITS, ITEMS, UNKNOWN_UNIT } from './model-district.ts'

export const START = Date.parse('2026-09-07T09:00+08:00')
export const HOUR = 3_600_000

const input = fc.record(
  {
    words: fc.constant('words'),
    reason: fc.constant('reason'),
    itemCode: fc.constantFrom(...ITEMS.map((one) => one.code)),
    level: fc.integer({ min: 1, max: 5 }),
    units: fc.array(
      fc.record({
        unitId: fc.constantFrom(...CALLED_UNITS.map((one) => one.id), UNKNOWN_UNIT),
        role: fc.constantFrom('lead' as const, 'coHandler' as const),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    dueAt: fc.integer({ min: START - 100 * HOUR, max: START + 3_000 * HOUR }),
    solved: fc.boolean(),
    satisfaction: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<MoveInput>>

export const pushes = fc.array(
  fc.record({
    person: fc.nat(999),
    sensible: fc.constantFrom(true, true, true, false),
    move: fc.nat(999),
    wait: fc.oneof(fc.nat(4 * HOUR), fc.nat(4 * HOUR), fc.nat(20 * 24 * HOUR)),
    input,
  }),
  { minLength: 5, maxLength: 40 },
)
