import { expect, test } from 'vitest'
import { askable, blankDemand, missingIn, nextField, trimmed } from './demand-draft.ts'

const field = (key: string, label: string) => ({
  key,
  label,
  elementCode: null,
  kind: 'number' as const,
  options: [],
})

test('a blank demand says what is missing, and cannot be estimated before somebody is to be asked', () => {
  const blank = blankDemand(0)
  expect(missingIn(blank)).toEqual(['title', 'purpose', 'basis', 'communities', 'fields'])
  expect(askable(blank)).toBeNull()
  expect(askable({ ...blank, communityCodes: ['210105001010'] })?.words.title).toHaveLength(2)
})

test('a new field never takes the key of another', () => {
  expect(nextField([field('f1', ''), field('f3', '')]).key).toBe('f4')
  expect(nextField([field('f2', '')]).key).toBe('f3')
})

test('fields without a name are not sent, and nothing but a form has fields', () => {
  const draft = blankDemand(0)
  const words = { ...draft.words, title: ' 摸底 ', fields: [field('f1', ' 户数 '), field('f2', ' ')] }
  expect(trimmed({ ...draft, words }).words).toMatchObject({
    title: '摸底',
    fields: [{ key: 'f1', label: '户数' }],
  })
  expect(trimmed({ ...draft, kind: 'plaque', words }).words.fields).toEqual([])
})
