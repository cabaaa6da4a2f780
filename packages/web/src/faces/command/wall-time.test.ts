import { expect, test } from 'vitest'
import { wallTimeIn } from './wall-time.ts'

test('when something began is told with its day where the line beside it is of another', () => {
  const { since } = wallTimeIn('zh-CN', (key) => key)
  const line = Date.parse('2026-11-29T09:05:00+08:00')
  expect(since(Date.parse('2026-11-29T00:01:00+08:00'), line)).toBe('00:01')
  expect(since(Date.parse('2026-11-28T17:58:00+08:00'), line)).toBe('周六 17:58')
})
