import { expect, test } from 'vitest'
import { uuidV7 } from './uuid-v7.ts'

const timeOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)

test('an id carries the millisecond in which its draft was made, version 7 and the RFC variant', () => {
  const now = Date.UTC(2026, 9, 1, 8, 30)
  const id = uuidV7(now)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(timeOf(id)).toBe(now)
})

test('two drafts of one millisecond have different ids', () => {
  expect(new Set(Array.from({ length: 500 }, () => uuidV7(1_790_000_000_000))).size).toBe(500)
})
