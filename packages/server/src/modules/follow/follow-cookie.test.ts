import { expect, test } from 'vitest'
import { readToken, signToken } from '../../platform/crypto/tokens.ts'
import { endOfFollowCookie, type FollowTokens, followCookie, readFollowCookie } from './follow-cookie.ts'

const tokensOf = (key: Uint8Array): FollowTokens => ({
  sign: (claims) => signToken(key, claims),
  read: (token, purpose, now) => readToken(key, token, purpose, now),
})
const tokens = tokensOf(new Uint8Array(32).fill(5))
const who = {
  tenant: 12,
  caseId: '0197f0a0-0000-7000-8000-000000000001',
  requesterId: '0197f0a0-0000-7000-8000-000000000002',
}
const NOW = 1_790_000_000_000
const HOURS = 3_600_000
const { header, until } = followCookie(tokens, who, NOW, true)
const [pair = ''] = header.split(';')

test('a cookie proves who follows what for twelve hours, and then no more', () => {
  expect(until).toBe(NOW + 12 * HOURS)
  expect(readFollowCookie(pair, tokens, NOW)).toEqual(who)
  expect(readFollowCookie(pair, tokens, until - 1)).toEqual(who)
  expect(readFollowCookie(pair, tokens, until)).toBeNull()
})

test('scripts cannot read it, other sites cannot post with it, and it stays on secure lines where there are any', () => {
  expect(header.split('; ').slice(1)).toEqual([
    'Path=/',
    'Max-Age=43200',
    'HttpOnly',
    'SameSite=Lax',
    'Secure',
  ])
  expect(followCookie(tokens, who, NOW, false).header).not.toContain('Secure')
  expect(endOfFollowCookie(true)).toBe('lianxin_follow=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure')
})

test('it is found among other cookies, also behind a worthless one of the same name', () => {
  expect(readFollowCookie(`a=b; lianxin_follow=x.y; ${pair};c=d`, tokens, NOW)).toEqual(who)
})

const another = tokensOf(new Uint8Array(32).fill(6))
const sign = (purpose: string, subject: string) =>
  `lianxin_follow=${tokens.sign({ purpose, subject, exp: until })}`
test.each([
  ['no cookies at all', undefined],
  ['an empty one', 'lianxin_follow='],
  ['one of another name', pair.replace('lianxin_follow', 'lianxin_other')],
  ['one signed with another key', followCookie(another, who, NOW, true).header.split(';')[0]],
  ['one with a letter changed', pair.slice(0, 40) + (pair[40] === 'A' ? 'B' : 'A') + pair.slice(41)],
  ['a token made for something else', sign('upload', `12.${who.caseId}.${who.requesterId}`)],
  ['a token that names no requester', sign('follow', `12.${who.caseId}`)],
])('%s follows nothing', (_, cookies) => {
  expect(readFollowCookie(cookies, tokens, NOW)).toBeNull()
})
