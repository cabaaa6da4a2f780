import { ALWAYS } from '@lianxin/contract/routing/routing-rule'
import { describe, expect, it } from 'vitest'
import {
  aboutOf,
  blankRule,
  monthDay,
  moved,
  placed,
  questionsFor,
  unready,
  withAbout,
  withAnswer,
} from './edit-rules.ts'

const rules = ['a', 'b', 'c'].map(blankRule)
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join('')

describe('editing rules', () => {
  it('moves a rule one place, and not past the ends', () => {
    expect(ids(moved(rules, 1, -1))).toBe('bac')
    expect(ids(moved(rules, 1, 1))).toBe('acb')
    expect(ids(moved(rules, 0, -1))).toBe('abc')
    expect(ids(moved(rules, 2, 1))).toBe('abc')
  })

  it('keeps a changed rule where it was, and puts a new one at the end', () => {
    expect(placed(rules, { ...blankRule('b'), lead: 'water' })[1]?.lead).toBe('water')
    expect(ids(placed(rules, blankRule('d')))).toBe('abcd')
  })

  it('tells items from whole groups in one list', () => {
    const when = withAbout(ALWAYS, ['major:11', '12080'])
    expect(when).toMatchObject({ majors: ['11'], items: ['12080'] })
    expect(aboutOf(when)).toEqual(['major:11', '12080'])
  })

  it('offers the questions of its items only, and an answer without choices says nothing', () => {
    const name = { zh: '', en: '' }
    const options = {
      ...{ majors: [], places: [], units: [] },
      items: [{ code: '12080', name, major: '12' }],
      questions: [{ code: 'floor', name, items: ['12080'], choices: [{ code: 'all', name }] }],
    }
    expect(questionsFor(withAbout(ALWAYS, ['major:12']), options)).toHaveLength(1)
    expect(questionsFor(ALWAYS, options)).toEqual([])
    const answered = withAnswer(ALWAYS, 'floor', ['all'])
    expect(answered.answers).toEqual([{ question: 'floor', choices: ['all'] }])
    expect(withAnswer(answered, 'floor', []).answers).toEqual([])
  })

  it('says what a rule still lacks', () => {
    const ready = { ...blankRule('a'), lead: 'water' }
    expect([unready(blankRule('a')), unready(ready)]).toEqual(['lead', undefined])
    const never = { ...ready, when: { ...ALWAYS, hours: { from: '08:00', to: '08:00' } } }
    expect(unready(never)).toBe('hours')
  })

  it('writes days that there are', () => {
    expect([monthDay(2, 31), monthDay(11, 1)]).toEqual(['02-29', '11-01'])
  })
})
