import { EVENTS } from '@lianxin/contract/events'
import { KINDS } from '@lianxin/contract/kinds/kinds'
import type { LiveChange } from '@lianxin/contract/live/live-events'
import { expect, test } from 'vitest'
import { isNews } from '../../features/figures/news.ts'
import type { Words } from '../../messages/words.ts'
import { sentenceOf } from './news-sentence.ts'

const NAMES: Readonly<Record<string, string>> = { doer: '供热中心', holder: '指挥中心' }
const words: Words = (key) => (key === 'news.someUnit' ? '有关单位' : key)

const change = (more: Partial<LiveChange>): LiveChange => ({
  ...{ seq: 1, type: 'case.moved', caseId: null, placeCode: '210105001', unitIds: [], kind: 'request' },
  ...{ move: null, itemCode: null, unitId: 'doer', ownerUnitId: 'holder', state: null, at: 0 },
  ...more,
})
const told = (more: Partial<LiveChange>) => sentenceOf(change(more), (id) => NAMES[id ?? ''], words, 'zh-CN')

test.each<[string, Partial<LiveChange>, string]>([
  ['a unit’s step, in the terms of the office', { move: 'sign' }, '供热中心签收了。'],
  [
    'a step about another unit, which is not named',
    { move: 'upholdObjection' },
    '供热中心裁定有关单位的异议成立，重新安排；主办单位在别的单位签收前仍负责。',
  ],
  ['a step of the clock, with who has it now', { move: 'climb', state: 'triaged', unitId: null }, '指挥中心'],
  ['a state that no move explains', { move: 'unheardOf', state: 'registered' }, 'news.state'],
])('%s', (_, more, sentence) => {
  expect(told(more)).toContain(sentence)
})

test('no step of any kind leaves a gap in its sentence or speaks to the resident', () => {
  const sentences = KINDS.flatMap(({ kind, moves }) => Object.keys(moves).map((move) => told({ kind, move })))
  expect(sentences.filter((one) => /[{}您]/.test(one))).toEqual([])
})

test('whatever else happens at a place is told for what it is, and not as the state of a matter', () => {
  const elsewhere = Object.entries(EVENTS).flatMap(
    ([type, { properties }]: [string, { properties?: object }]) =>
      properties && 'placeCode' in properties && !('move' in properties) && isNews(type) ? [type] : [],
  )
  expect(elsewhere).toContain('whistle.adviceWritten')
  const said = elsewhere.map((type) => told({ type, kind: null }))
  expect(said.filter((one) => /news\.(state|something)/.test(one))).toEqual([])
})

test('a rectification is told when it is opened, by whom it is to be set right, and not before', () => {
  expect(['opening.asked', 'case.reported', 'case.rectificationPlaced'].filter(isNews)).toEqual([
    'case.reported',
    'case.rectificationPlaced',
  ])
  expect(told({ kind: 'rectification', move: 'place', state: 'planning', unitId: null })).toBe(
    '进入负面清单，由指挥中心整改。',
  )
})
