import { expect, test } from 'vitest'
import type { ItemQuestion } from './catalogue-routes.ts'
import { becomes, strayAnswers, unanswered } from './item-answers.ts'

const text = { zh: '问', en: 'Question' }
const QUESTIONS: readonly ItemQuestion[] = [
  {
    code: 'trapped',
    text,
    required: true,
    choices: [
      { code: 'yes', text, becomes: 'emergency' },
      { code: 'no', text, becomes: null },
    ],
  },
  { code: 'floor', text, required: false, choices: [] },
  { code: 'name', text, required: true, choices: [] },
]
const open = (...answers: Parameters<typeof unanswered>[1]) =>
  unanswered(QUESTIONS, answers).map(({ code }) => code)

test('what is required and not answered stays open: a choice that there is not, and words that nobody sees, answer nothing', () => {
  expect(open()).toEqual(['trapped', 'name'])
  expect(open({ question: 'trapped', choice: 'no' }, { question: 'name', words: '王' })).toEqual([])
  expect(open({ question: 'trapped', choice: 'perhaps' }, { question: 'name', words: '  ' })).toEqual([
    'trapped',
    'name',
  ])
  expect(open({ question: 'trapped', words: '有' })).toContain('trapped')
})

test('an answer to nothing, to a strange choice, twice, or in two ways is told', () => {
  const stray = (...answers: Parameters<typeof strayAnswers>[1]) =>
    strayAnswers(QUESTIONS, answers).map(({ field }) => field)
  expect(stray({ question: 'trapped', choice: 'no' }, { question: 'floor', words: '5' })).toEqual([])
  expect(stray({ question: 'colour', choice: 'red' })).toEqual(['answers.colour'])
  expect(stray({ question: 'trapped', choice: 'perhaps' })).toEqual(['answers.trapped'])
  expect(stray({ question: 'trapped', choice: 'no', words: '没有' })).toEqual(['answers.trapped'])
  expect(stray({ question: 'floor', words: '5' }, { question: 'floor', words: '6' })).toEqual([
    'answers.floor',
  ])
})

test('an answer can make it another item; other answers leave it as it is', () => {
  expect(becomes(QUESTIONS, [{ question: 'trapped', choice: 'yes' }])).toBe('emergency')
  expect(becomes(QUESTIONS, [{ question: 'trapped', choice: 'no' }])).toBeUndefined()
  expect(becomes(QUESTIONS, [])).toBeUndefined()
})
