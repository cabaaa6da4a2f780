import { expect, it } from 'vitest'
import { spokenDue } from './spoken-due.ts'

it('a deadline at midnight is said as the last minute of the day that it ends', () => {
  expect(spokenDue(Date.parse('2026-12-02T00:00:00+08:00'))).toBe(Date.parse('2026-12-01T23:59:00+08:00'))
})

it('any other deadline is said as it is', () => {
  const noon = Date.parse('2026-12-02T12:30:00+08:00')
  expect(spokenDue(noon)).toBe(noon)
})
