import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { equalSecrets, readToken, signToken } from './tokens.ts'

const key = randomBytes(32)
const claims = { purpose: 'follow', subject: '0197f0a0-0000-7000-8000-000000000001', exp: 1000 }

test('a token tells what was signed until it expires', () => {
  const token = signToken(key, claims)
  expect(readToken(key, token, 'follow', 999)).toEqual(claims)
  expect(readToken(key, token, 'follow', 1000)).toBeUndefined()
})

test('a token is worth nothing under another key or for another purpose', () => {
  const token = signToken(key, claims)
  expect(readToken(randomBytes(32), token, 'follow', 0)).toBeUndefined()
  expect(readToken(key, token, 'reset', 0)).toBeUndefined()
})

test('any subject survives, whatever characters it has', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (subject) => {
      expect(readToken(key, signToken(key, { ...claims, subject }), 'follow', 0)?.subject).toBe(subject)
    }),
  )
})

test('a token with one character changed, or any other text, is not ours', () => {
  const token = signToken(key, claims)
  for (let at = 0; at < token.length; at++) {
    const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
    expect(readToken(key, changed, 'follow', 0)).toBeUndefined()
  }
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readToken(key, text, 'follow', 0)).toBeUndefined()
    }),
  )
  expect(readToken(key, `${token}.x`, 'follow', 0)).toBeUndefined()
  expect(readToken(key, 'a'.repeat(1_000_000), 'follow', 0)).toBeUndefined()
})

test('secrets are equal only when every character is', () => {
  expect(equalSecrets('follow-码', 'follow-码')).toBe(true)
  for (const other of ['follow-', 'follow-码 ', 'Follow-码', ''])
    expect(equalSecrets('follow-码', other)).toBe(false)
})
