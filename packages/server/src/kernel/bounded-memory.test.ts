import { expect, test } from 'vitest'
import { boundedMemory } from './bounded-memory.ts'

test('what was not used for longest is forgotten first', () => {
  const memory = boundedMemory<number>(3)
  memory.keep('a', 1, 1)
  memory.keep('b', 2, 1)
  memory.keep('c', 3, 1)
  expect(memory.get('a')).toBe(1)
  memory.keep('d', 4, 1)
  expect(['a', 'b', 'c', 'd'].map((key) => memory.get(key))).toEqual([1, undefined, 3, 4])
})

test('what is kept again weighs what it weighs now', () => {
  const memory = boundedMemory<string>(10)
  memory.keep('a', 'light', 1)
  for (let n = 0; n < 20; n++) memory.keep('b', 'again', 9)
  expect([memory.get('a'), memory.get('b')]).toEqual(['light', 'again'])
  memory.keep('b', 'heavier', 10)
  expect([memory.get('a'), memory.get('b')]).toEqual([undefined, 'heavier'])
})

test('what is heavier than everything together is not kept', () => {
  const memory = boundedMemory<string>(10)
  memory.keep('a', 'whale', 11)
  expect(memory.get('a')).toBeUndefined()
  memory.keep('b', 'fish', 10)
  memory.forget('b')
  expect(memory.get('b')).toBeUndefined()
})
