import { beforeEach, expect, test, vi } from 'vitest'
import { deviceText } from './device-text.ts'
import { SharedStorage } from './shared-storage.ts'

beforeEach(() => {
  vi.stubGlobal('localStorage', new SharedStorage())
})

test('what is written is there for every tab, until it is taken away', () => {
  const [one, other] = [deviceText('a'), deviceText('a')]
  one.write('x')
  expect([other.read(), deviceText('b').read()]).toEqual(['x', null])
  other.write(null)
  expect(one.read()).toBeNull()
})

test('where storage is closed, it lives as long as the page', () => {
  vi.stubGlobal('localStorage', undefined)
  const store = deviceText('a')
  expect(store.read()).toBeNull()
  store.write('x')
  expect(store.read()).toBe('x')
  store.write(null)
  expect(store.read()).toBeNull()
})

test('where storage is full, the page remembers the newest and not what was there before', () => {
  const store = deviceText('a')
  store.write('old')
  vi.stubGlobal('localStorage', {
    getItem: () => 'old',
    setItem: () => {
      throw new Error('full')
    },
  })
  store.write('new')
  expect(store.read()).toBe('new')
})
