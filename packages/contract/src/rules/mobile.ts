import { toHalfWidth } from './text-limits.ts'

/** A mainland telephone number in its one stored form. */
export type Phone =
  /** 11 digits, `13800138000`. */
  | { readonly kind: 'mobile'; readonly number: string }
  /** Area code and local number, `024-86861234`; extension in digits when there is one. */
  | { readonly kind: 'landline'; readonly number: string; readonly extension?: string }

/** Longer text is no telephone number, and not worth searching for one. */
const LONGEST_INPUT = 40
const MOBILE = /^1[3-9]\d{9}$/
/** Two-digit area codes after the 0 have eight local digits, three-digit ones seven or eight. */
const LANDLINE = /^(0(?:10|2\d)|0[3-9]\d{2})([2-8]\d{6,7})$/
const EXTENSION = /(?:转|ext\.?|#|x|-(?=\d{1,5}$))\s*(\d{1,5})$/i

/** Digits of the number inside China: separators and +86 / 0086 dropped, the area code's 0 put back. */
function nationalDigits(text: string): string {
  const digits = text.replace(/[\s\-‐-―()（）.·]/g, '')
  const inside = digits.replace(/^(?:\+|00)86|^86(?=1[3-9]\d{9}$)/, '')
  return inside === digits || inside.startsWith('0') || MOBILE.test(inside) ? inside : `0${inside}`
}

function landlineOf(digits: string): string | undefined {
  const [, area = '', local = ''] = LANDLINE.exec(digits) ?? []
  return area === '' || (area.length === 3 && local.length !== 8) ? undefined : `${area}-${local}`
}

/**
 * Reads a mainland mobile or landline number as people type it: +86, spaces, hyphens, brackets, full-width digits,
 * “转8001”. Undefined when it is neither. Ranges follow the national numbering plan (电信网编号计划): mobiles start
 * with 13–19, landlines need an area code.
 * @param areaCode with its 0 (`024`): lets people give a local number alone
 */
export function parsePhone(input: string, areaCode = ''): Phone | undefined {
  if (input.length > LONGEST_INPUT) return undefined
  const text = toHalfWidth(input).trim()
  const digits = nationalDigits(text)
  if (MOBILE.test(digits)) return { kind: 'mobile', number: digits }
  const number = landlineOf(digits) ?? landlineOf(areaCode + digits)
  if (number) return { kind: 'landline', number }
  const [tail, extension] = EXTENSION.exec(text) ?? []
  if (tail === undefined || extension === undefined) return undefined
  const main = nationalDigits(text.slice(0, -tail.length))
  const switchboard = landlineOf(main) ?? landlineOf(areaCode + main)
  return switchboard === undefined ? undefined : { kind: 'landline', number: switchboard, extension }
}

/** The last four digits, kept beside an encrypted number so that people can recognise it. */
export const lastFour = (number: string): string => number.replace(/\D/g, '').slice(-4)
