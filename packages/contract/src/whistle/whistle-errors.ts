import { type ErrorEntry, never } from '../error-entry.ts'

/** Refusals of advice on stationed units. */
export const whistleErrors = {
  'whistle.not-rated': never(
    422,
    '意见要以评价过的报到为依据：所选的吹哨里，有的还没有评完这个单位，或者不在您的范围里。',
    'Advice rests on rated calls. One of those chosen is not rated yet, or not within your reach.',
  ),
  'whistle.not-stationed': never(
    422,
    '只能给派驻的部门写意见。',
    'Advice can be written to stationed departments only.',
  ),
  'whistle.answered': never(409, '这条意见已经答复过了。', 'This advice was answered already.'),
} as const satisfies Readonly<Record<string, ErrorEntry>>
