import { formatPublicNumber, makeFollowCode } from '@lianxin/contract'
import { expect, it } from 'vitest'
import { problemsOfEnter } from './enter-entry.ts'

const number = formatPublicNumber({
  prefix: 'HG',
  registeredAt: Date.UTC(2026, 10, 23),
  serial: 42,
  utcOffsetMinutes: 480,
})
const code = makeFollowCode(new Uint8Array(16).fill(7))
const empty = { way: 'code', number: '', code: '', phone: '', otp: '' } as const
const keys = (entry: Parameters<typeof problemsOfEnter>[0], asking = false) =>
  problemsOfEnter(entry, asking).map((problem) => problem.key)

it('each way asks for its own entries', () => {
  expect(keys(empty)).toEqual(['number', 'code'])
  expect(keys({ ...empty, way: 'phone' })).toEqual(['number', 'phone', 'otp'])
  expect(keys({ ...empty, way: 'phone' }, true)).toEqual(['number', 'phone'])
})

it('a complete entry needs nothing, however it was typed', () => {
  expect(keys({ ...empty, number, code })).toEqual([])
  expect(
    keys({ ...empty, number: number.toLowerCase().replaceAll('-', ' '), code: code.toLowerCase() }),
  ).toEqual([])
  expect(keys({ ...empty, way: 'phone', number, phone: '139 0000 0000', otp: '123 456' })).toEqual([])
})

it('a number with one wrong character is told as a slip, not as unknown', () => {
  expect(keys({ ...empty, number: number.replace('0042', '0043'), code })).toEqual(['numberMisread'])
  expect(keys({ ...empty, number: '42', code })).toEqual(['numberForm'])
})

it('a code that cannot be one is told before it is sent', () => {
  expect(keys({ ...empty, number, code: 'ABC' })).toEqual(['codeForm'])
})
