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

test('what another build keeps in another format is not there, and is not written over', () => {
  const [before, now, later] = [deviceText('a'), deviceText('a', 2), deviceText('a', 3)]
  before.write('["old"]')
  later.write('{"newer":[]}')
  expect(now.read()).toBeNull()
  now.write('mine')
  now.write(null)
  expect([before.read(), now.read(), later.read()]).toEqual(['["old"]', null, '{"newer":[]}'])
})

test('whoever leaves the device leaves nothing in any format, and takes nothing of another name along', () => {
  for (const [name, format] of [
    ['a', 1],
    ['a', 2],
    ['a', 3],
    ['a.b', 1],
    ['ab', 2],
  ] as const)
    deviceText(name, format).write('x')
  deviceText('a', 2).forget()
  expect(Object.keys(localStorage).sort()).toEqual(['a.b', 'ab.2'])
})
