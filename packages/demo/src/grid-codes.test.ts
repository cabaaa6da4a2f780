import { describe, expect, it } from 'vitest'
import { gridCode, readingOrder } from './grid-codes.ts'

describe('the order of grid numbers', () => {
  it('runs along a row from west to east, then goes on in the row to the south', () => {
    const places = [
      { key: 'south-east', centre: { x: 90, y: 5 } },
      { key: 'north-west', centre: { x: 0, y: 95 } },
      { key: 'south-west', centre: { x: 10, y: 0 } },
      { key: 'north-east', centre: { x: 100, y: 110 } },
      { key: 'north-middle', centre: { x: 50, y: 100 } },
    ]
    expect(readingOrder(places, 40).map((p) => p.key)).toEqual([
      'north-west',
      'north-middle',
      'north-east',
      'south-west',
      'south-east',
    ])
  })

  it('is written as three digits behind the code of the community', () => {
    expect(gridCode('210105001010', 7)).toBe('210105001010007')
  })
})
