import { parsePhone } from '@lianxin/contract'
import { Refused } from '../../../kernel/refused.ts'

/** 沈阳、抚顺、铁岭、本溪: a local number given without its area code. */
const AREA_CODE = '024'

/** A telephone number in its one stored form, by which it is also looked up; undefined when it is none. */
export const normalisePhone = (typed: string): string | undefined => parsePhone(typed, AREA_CODE)?.number

/** Of a number in its stored form: a short message reaches mobiles only; whoever left a landline is called. */
export const isMobile = (number: string): boolean => /^1\d{10}$/.test(number)

/** The number to which a one-time code is sent. @throws Refused */
export function mobileGiven(typed: string): string {
  const phone = normalisePhone(typed)
  if (phone && isMobile(phone)) return phone
  throw new Refused({
    refusal: 'input.invalid',
    fields: [{ field: 'phone', zh: '请填手机号码。', en: 'Please give a mobile number.' }],
  })
}
