import { expect, it } from 'vitest'
import { readFollowLink } from './follow-link.ts'

it('a link from a message or a receipt fills in number and code', () => {
  expect(readFollowLink('#number=HG26-0001&code=ABCD2345')).toEqual({
    number: 'HG26-0001',
    code: 'ABCD2345',
    expired: false,
  })
})

it('a bare page starts empty', () => {
  expect(readFollowLink('')).toEqual({ number: '', code: '', expired: false })
})

it('after the session ended only the number is known', () => {
  expect(readFollowLink('#number=HG26-0001&expired=1')).toEqual({
    number: 'HG26-0001',
    code: '',
    expired: true,
  })
})
