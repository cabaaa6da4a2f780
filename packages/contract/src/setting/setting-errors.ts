import { type ErrorEntry, never } from '../error-entry.ts'

/** Refusals of decisions on rules. */
export const settingErrors = {
  'setting.changed': never(
    409,
    '别人刚刚改过这条规则，请看最新一版后再改。您填的还在。',
    'Someone has just changed this rule. Please look at the latest version; what you entered is kept.',
  ),
  'setting.too-soon': never(
    422,
    '生效时间最早是 {earliest}；已经过去的时间不能再改规则。',
    'It can take effect at {earliest} at the earliest: no rule is changed for a time that is over.',
  ),
  'setting.same': never(
    409,
    '内容和现在的一样，没有需要改的。',
    'This is what is in force already: nothing to change.',
  ),
} as const satisfies Readonly<Record<string, ErrorEntry>>
