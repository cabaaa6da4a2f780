import { describe, expect, it } from 'vitest'
import { EMPTY_REPORT } from './report-draft.ts'
import { isPhone, problemsOf, problemsOfRefusal } from './report-problems.ts'

const complete = { ...EMPTY_REPORT, words: '楼道灯坏了', where: { communityCode: '210105001010' } }

describe('before sending', () => {
  it('words and a place are enough', () => {
    expect(problemsOf(complete, 0)).toEqual([])
  })

  it('an empty page is told about everything it needs, in the order of the page', () => {
    expect(problemsOf(EMPTY_REPORT, 0).map((problem) => problem.field)).toEqual(['words', 'where'])
  })

  it.each([
    ['灯坏', 'problem.wordsShort'],
    ['   灯   ', 'problem.wordsShort'],
    ['灯'.repeat(2001), 'problem.wordsLong'],
  ])('words of the wrong length say so', (words, key) => {
    expect(problemsOf({ ...complete, words }, 0)).toMatchObject([{ field: 'words', key }])
  })

  it('2000 characters fit, however many bytes they take', () => {
    expect(problemsOf({ ...complete, words: '𠮷'.repeat(2000) }, 0)).toEqual([])
  })

  it('waits for photos that are on their way', () => {
    expect(problemsOf(complete, 2)).toEqual([
      { field: 'photos', key: 'problem.photosBusy', values: { count: 2 } },
    ])
  })

  it('script, SQL and formulas are only words', () => {
    for (const words of ['<script>alert(1)</script>', "'; drop table x; --", '=HYPERLINK("http://x")'])
      expect(problemsOf({ ...complete, words }, 0)).toEqual([])
  })
})

it.each([
  ['13900000000', true],
  ['+86 139-0000-0000', true],
  ['024 8600 0000', true],
  ['(024) 86000000', true],
  ['12345', false],
  ['电话没有', false],
  ['139000000001234567', false],
])('%s as a phone number: %s', (phone, ok) => {
  expect(isPhone(phone)).toBe(ok)
})

describe('when the server refuses', () => {
  const refused = (code: string, names: string[] = []) =>
    problemsOfRefusal(
      {
        code,
        detail: '经度和纬度好像写反了。',
        fields: names.map((field) => ({ field, zh: '最多 20 个字。', en: 'At most 20 characters.' })),
      },
      'zh-CN',
    )

  it('a refusal about the place stands at the place', () => {
    expect(refused('place.swapped')).toEqual([{ field: 'where', sentence: '经度和纬度好像写反了。' }])
  })

  it('a field that the server names stands at that field', () => {
    expect(refused('input.invalid', ['contact.phone'])).toEqual([
      { field: 'phone', sentence: '最多 20 个字。' },
    ])
    expect(refused('input.invalid', ['where.detail'])[0]?.field).toBe('detail')
    expect(refused('input.invalid', ['where.point.lon'])[0]?.field).toBe('where')
    expect(refused('input.invalid', ['contact.name'])[0]?.field).toBe('name')
  })

  it('a refusal about nothing on the page names no field', () => {
    expect(refused('rate.limited')).toEqual([])
  })
})
