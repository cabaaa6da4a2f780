import { expect, test } from 'vitest'
import { facesIn, fromLook, LOOKS } from './looks.ts'

const face = { x: 0.5, y: 0.4, width: 0.1, height: 0.1 }

test('a face seen in a corner of the picture is told in shares of the whole', () => {
  const look = { x: 0.4, y: 0.4, width: 0.6, height: 0.6 }
  const { box, score } = fromLook(look, { box: { x: 0.5, y: 0, width: 0.25, height: 0.5 }, score: 0.7 })
  expect(score).toBe(0.7)
  expect([box.x, box.y, box.width, box.height].map((share) => Number(share.toFixed(3)))).toEqual([
    0.7, 0.4, 0.15, 0.3,
  ])
})

test('the looks cover every point of the picture, and its middle more than once', () => {
  const covering = (x: number, y: number) =>
    LOOKS.filter((one) => x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height)
  for (const x of [0, 0.3, 0.5, 1])
    for (const y of [0, 0.45, 1]) expect(covering(x, y).length).toBeGreaterThan(1)
  expect(covering(0.5, 0.5)).toHaveLength(5)
})

test('a face that two looks have seen is one face, as the surer look saw it', () => {
  const moved = { ...face, x: 0.52 }
  const half = { ...face, x: 0.54, width: 0.06 }
  const found = facesIn([
    { box: face, score: 0.4 },
    { box: moved, score: 0.9 },
    { box: half, score: 0.5 },
    { box: { ...face, x: 0.1 }, score: 0.35 },
  ])
  expect(found).toHaveLength(2)
  const [left, right] = found
  expect(left?.x).toBeCloseTo(0.1)
  expect(right?.x).toBeCloseTo(0.52)
  expect(right?.width).toBeCloseTo(0.1)
})

test('a face at the edge stays inside the picture; nothing seen is nothing found', () => {
  const [found] = facesIn([{ box: { x: -0.02, y: 0.95, width: 0.2, height: 0.1 }, score: 0.5 }])
  expect(found?.x).toBe(0)
  expect((found?.y ?? 0) + (found?.height ?? 0)).toBeLessThanOrEqual(1)
  expect(facesIn([])).toEqual([])
})
