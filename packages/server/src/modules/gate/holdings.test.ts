import { DATA_ELEMENTS } from '@lianxin/contract'
import { expect, test } from 'vitest'
import { figureHolding } from '../figures/index.ts'
import { postHolding } from '../org/index.ts'
import { placeHolding } from '../place/index.ts'

test('every element that the dictionary calls held is read by exactly one register, and none reads another', () => {
  const read = [placeHolding, postHolding, figureHolding].flatMap(({ elements }) => elements)
  const held = DATA_ELEMENTS.filter((one) => one.held !== null).map(({ code }) => code)
  expect([...read].sort()).toEqual([...held].sort())
})
