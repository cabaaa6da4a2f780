import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxBetween, isWorthMasking, NEW_MASK, nudged } from './masks.ts'

const share = fc.double({ min: -2, max: 3, noNaN: true })
const inside = ({ x, y, width, height }: typeof NEW_MASK) =>
  x >= 0 && y >= 0 && width >= 0 && height >= 0 && x + width <= 1 + 1e-9 && y + height <= 1 + 1e-9

test('a rectangle lies within the picture, whichever way it is drawn', () => {
  fc.assert(
    fc.property(share, share, share, share, (x, y, u, v) => {
      expect(inside(boxBetween({ x, y }, { x: u, y: v }))).toBe(true)
    }),
  )
  expect(isWorthMasking(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 }))).toBe(false)
})

test('the keys move it, size it, never out of the picture, and remove it', () => {
  const keys = fc.array(
    fc.record({
      key: fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'),
      sizes: fc.boolean(),
    }),
    { maxLength: 120 },
  )
  fc.assert(
    fc.property(keys, (pressed) => {
      let mask = NEW_MASK
      for (const { key, sizes } of pressed) mask = nudged(mask, key, sizes) ?? mask
      expect(inside(mask) && isWorthMasking(mask)).toBe(true)
    }),
  )
  expect(nudged(NEW_MASK, 'Delete', false)).toBeNull()
  expect(nudged(NEW_MASK, 'a', false)).toBeUndefined()
})
