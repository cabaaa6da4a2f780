import { KINDS } from '@lianxin/contract'
import { expect, it } from 'vitest'
import en from '../../../messages/en/desk.json' with { type: 'json' }
import zh from '../../../messages/zh-CN/desk.json' with { type: 'json' }

it('whatever a kind counts has words in both languages', () => {
  const counted = KINDS.flatMap(({ moves }) => Object.values(moves).flatMap(({ count }) => count ?? []))
  expect(counted.length).toBeGreaterThan(5)
  for (const words of [zh.count, en.count])
    expect([...new Set(counted)].filter((name) => !Object.hasOwn(words, name))).toEqual([])
})
