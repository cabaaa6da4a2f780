import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

test('who waits has a turn while a long list is worked through, and the order stays', async () => {
  const items = Array.from({ length: 200 }, (_, index) => index)
  let done = 0
  const seen: number[] = []
  const other = async () => {
    while (done < items.length) {
      seen.push(done)
      await setImmediate()
    }
  }
  const [doubled] = await Promise.all([
    inTurn(items, (item) => {
      done += 1
      return item * 2
    }),
    other(),
  ])
  expect(doubled).toEqual(items.map((item) => item * 2))
  expect(seen.length).toBeGreaterThan(5)
})

test('a fault of one item ends the work with it', async () => {
  const work = inTurn([1, 2, 3], (item) => {
    if (item === 2) throw new Error('two')
    return item
  })
  await expect(work).rejects.toThrow('two')
})
