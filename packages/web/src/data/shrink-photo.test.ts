import { expect, it } from 'vitest'
import { fitInto } from './shrink-photo.ts'

it('a large photo keeps its shape, a small one its size, and none vanishes', () => {
  expect(fitInto(4000, 3000, 2560)).toEqual({ width: 2560, height: 1920 })
  expect(fitInto(800, 600, 2560)).toEqual({ width: 800, height: 600 })
  expect(fitInto(10_000, 1, 240)).toEqual({ width: 240, height: 1 })
})
