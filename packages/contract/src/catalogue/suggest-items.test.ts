import { expect, test } from 'vitest'
import { suggestItems } from './suggest-items.ts'

const item = (code: string, name: string, keywords: string) => ({ code, name, keywords: keywords.split(' ') })
const ITEMS = [
  item('cold', '室温不达标', '暖气不热 家里冷 不到18度 heating'),
  item('leak', '供热管线漏水', '暖气漏水 暖气管爆'),
  item('rubbish', '暴露垃圾', '垃圾 没人收 rubbish'),
  item('nobody', '无物业小区管理', '没物业 没人管 没人扫楼道'),
  item('lift', '电梯故障', '电梯坏了 电梯停 lift'),
]
const first = (words: string) => suggestItems(ITEMS, words).map(({ item: { code } }) => code)[0]

test.each([
  ['the very words', '暖气不热', 'cold'],
  ['words with something in between', '我家暖气一直不热，老人受不了', 'cold'],
  ['another thing about the same', '暖气漏水了，地上都是水', 'leak'],
  ['part of a sentence', '楼下垃圾好几天没人收了', 'rubbish'],
  ['English, whole words only', 'The heating has been off', 'cold'],
  ['a lift, not what is lifted', 'the lift is stuck', 'lift'],
])('finds an item by %s', (_, words, code) => {
  expect(first(words)).toBe(code)
})

test('says which pieces spoke for it, as they were written', () => {
  expect(suggestItems(ITEMS, '暖气一直不热')[0]?.because).toEqual(['暖气', '不热'])
  expect(suggestItems(ITEMS, '暖气不热')[0]?.because).toEqual(['暖气不热'])
})

test('proposes nothing for what it does not know, and never more than three', () => {
  expect(suggestItems(ITEMS, '请问几点开门')).toEqual([])
  expect(suggestItems(ITEMS, '')).toEqual([])
  expect(suggestItems(ITEMS, '没人')).toEqual([])
  const many = Array.from({ length: 9 }, (__, i) => item(`i${i}`, `事项${i}`, '路灯'))
  expect(suggestItems(many, '路灯坏了')).toHaveLength(3)
})

test('gives equal items in the order of their codes', () => {
  const twins = [item('b', '乙', '路灯'), item('a', '甲', '路灯')]
  expect(suggestItems(twins, '路灯').map(({ item: { code } }) => code)).toEqual(['a', 'b'])
})
