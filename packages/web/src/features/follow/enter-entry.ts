import { normaliseFollowCode } from '@lianxin/contract/rules/follow-code'
import { parsePublicNumber } from '@lianxin/contract/rules/public-number'

export type EnterWay = 'code' | 'phone'

export interface EnterEntry {
  readonly way: EnterWay
  readonly number: string
  readonly code: string
  readonly phone: string
  readonly otp: string
}

export type EnterField = 'number' | 'code' | 'phone' | 'otp'
export interface EnterProblem {
  readonly field: EnterField
  /** Key in the catalogue `follow`, below `enter.problem`. */
  readonly key: string
}

const problemOfNumber = (typed: string): string | null => {
  if (typed.trim() === '') return 'number'
  const parsed = parsePublicNumber(typed)
  return parsed === 'misread' ? 'numberMisread' : parsed === 'malformed' ? 'numberForm' : null
}

const problemOfCode = (typed: string): string | null =>
  typed.trim() === '' ? 'code' : normaliseFollowCode(typed) === undefined ? 'codeForm' : null

/** Six digits as typed, with or without spaces. */
export const otpOf = (typed: string): string => typed.replace(/\s/g, '')

/**
 * What has to be changed, in the order of the page. The check character of a number tells a slip of the pen before
 * anything is sent. `asking`: a one-time code is being asked for, so there is none to check yet.
 */
export const problemsOfEnter = (entry: EnterEntry, asking: boolean): readonly EnterProblem[] => {
  const number = problemOfNumber(entry.number)
  const code = entry.way === 'code' ? problemOfCode(entry.code) : null
  const problems: (EnterProblem | false)[] = [
    number !== null && { field: 'number', key: number },
    code !== null && { field: 'code', key: code },
    entry.way === 'phone' && entry.phone.replace(/\D/g, '').length < 7 && { field: 'phone', key: 'phone' },
    entry.way === 'phone' && !asking && !/^\d{6}$/.test(otpOf(entry.otp)) && { field: 'otp', key: 'otp' },
  ]
  return problems.filter((problem) => problem !== false)
}
