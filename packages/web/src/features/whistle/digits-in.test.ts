import { expect, test } from 'vitest'
import { digitsIn } from './digits-in.ts'

test('a code is six digits and nothing else, whatever else the camera sees', () => {
  expect(digitsIn(['https://example.org/123456', '1234567', ' 123456', '042917', '111111'])).toBe('042917')
  expect(digitsIn([])).toBeUndefined()
})
