import { expect, test } from 'vitest'
import { type JoinedStep, togetherWith } from './joinings.ts'

/** Each step as matter, place in the history, and what it is joined with after it. */
const history = (...steps: readonly (readonly [string, number, string | null])[]): readonly JoinedStep[] =>
  steps.map(([caseId, seq, into]) => ({ caseId, seq, into }))

test('those who were one matter at one time complained together, also through others and after they went on alone', () => {
  const steps = history(['M', 1, 'J'], ['J', 2, 'X'], ['J', 3, 'X'], ['M', 4, null], ['J', 5, null])
  expect(togetherWith(steps, 'X', 'with')).toEqual(['J', 'M'])
  expect(togetherWith(steps, 'M', 'into')).toEqual(['J', 'X'])
  expect(togetherWith(steps, 'J', 'with')).toEqual(['M'])
})

test('whoever came to a matter after it had gone on alone has nothing to do with what it was joined with before', () => {
  const steps = history(['J', 1, 'X'], ['J', 2, null], ['M', 3, 'J'])
  expect(togetherWith(steps, 'X', 'with')).toEqual(['J'])
  expect(togetherWith(steps, 'M', 'into')).toEqual(['J'])
  // Joined again, it brings along whoever is with it then.
  expect(togetherWith([...steps, ...history(['J', 4, 'X'])], 'X', 'with')).toEqual(['J', 'M'])
})

test('whoever had left a matter before it was joined with another has nothing to do with that one', () => {
  const steps = history(['M', 1, 'J'], ['M', 2, null], ['J', 3, 'X'])
  expect(togetherWith(steps, 'X', 'with')).toEqual(['J'])
  expect(togetherWith(steps, 'M', 'into')).toEqual(['J'])
})
