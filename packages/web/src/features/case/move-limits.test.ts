import { MoveInput } from '@lianxin/contract/case/case-commands'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { MOVE_LIMITS } from './move-limits.ts'

describe('the lengths that the forms allow', () => {
  it.each(Object.entries(MOVE_LIMITS))(
    '%s: %d characters are what the contract takes, and no more',
    (field, limit) => {
      const withLength = (length: number) => ({
        move: 'report',
        expectedVersion: 1,
        [field]: '好'.repeat(length),
      })
      expect(Value.Check(MoveInput, withLength(limit))).toBe(true)
      expect(Value.Check(MoveInput, withLength(limit + 1))).toBe(false)
    },
  )
})
