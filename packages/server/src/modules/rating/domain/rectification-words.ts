import { currentKind } from '@lianxin/contract'
import type { NegativeCause } from './causes-of.ts'

/** What a rectification says of itself, in both languages: it is stored once and read in either. */
export function rectificationWords(number: string, causes: readonly NegativeCause[]): string {
  const { choices } = currentKind('rectification')
  const names = causes.flatMap((cause) => choices?.['trigger']?.options[cause] ?? [])
  const zh = names.map((name) => name.zh).join('、')
  const en = names.map((name) => name.en).join(', ')
  return `${number} 按负面清单立项整改：${zh}。\n${number} is on the negative list: ${en}.`
}
