import { expect, test } from 'vitest'
import { turnstile } from './turnstile.ts'

test('those who wait enter one at a time in the order in which they came', async () => {
  const { enter } = turnstile()
  const order: string[] = []
  const visit = async (name: string, steps: number) => {
    const leave = await enter()
    order.push(`${name} in`)
    for (let step = 0; step < steps; step += 1) await Promise.resolve()
    order.push(`${name} out`)
    leave()
  }
  await Promise.all([visit('a', 5), visit('b', 1), visit('c', 3)])
  expect(order).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out'])
})
