import { NAME_RULES } from './find-personal-names.ts'
import { toHalfWidth } from './text-limits.ts'

/** What a text may give away of a person. */
export const PERSONAL_KINDS = [
  'idNumber',
  'phone',
  'longNumber',
  'email',
  'plate',
  'name',
  'dwelling',
] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

/** A stretch of a text, in UTF-16 units, that may single somebody out. A suggestion: a person decides. */
export type PersonalFinding = {
  readonly kind: PersonalKind
  readonly start: number
  readonly end: number
  readonly text: string
}

const CHINESE_DIGITS = '〇一二三四五六七八九'
const OTHER_DIGITS: Readonly<Record<string, string>> = {
  零: '0',
  幺: '1',
  两: '2',
  壹: '1',
  贰: '2',
  叁: '3',
}

/** Any digit that a reader would dial: full width, other scripts' decimals, Chinese numerals. Keeps every position. */
const digitOf = (character: string): string => {
  const chinese = CHINESE_DIGITS.indexOf(character)
  if (chinese >= 0) return String(chinese)
  const other = OTHER_DIGITS[character]
  if (other) return other
  if (!/^\p{Nd}$/u.test(character)) return character
  // Decimal digits stand in rows of ten: the zero of the row is the last one before which no digit stands.
  const code = character.charCodeAt(0)
  let zero = code
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCharCode(zero - 1))) zero -= 1
  return String((code - zero) % 10)
}

const dialled = (text: string): string => [...toHalfWidth(text)].map(shadow).join('')
/** A character outside of the first plane counts two units; none of them is read as a digit. */
const shadow = (character: string): string => (character.length === 1 ? digitOf(character) : '\u0001\u0001')

/** What people put between the digits of one number. */
const GAP = String.raw`[\s\-‐-―−.·•,，、/_()（）\u200b-\u200d\u2060]{0,2}`
const digits = (count: number, first = String.raw`\d`) =>
  `${first}${`${GAP}\\d`.repeat(Math.max(0, count - 1))}`

/** Numbers and units that single out a building, an entrance, a floor or a door. */
const NUMERAL = '(?:\\d{1,4}|[一二三四五六七八九十百甲乙丙丁]{1,4}|[A-Za-z])'
const DOOR = `${NUMERAL}\\s?(?:号楼|号院|号门|单元|门洞|栋|幢|座|室|层|楼(?!上|下|道|梯|顶|宇|盘)|(?<!月\\s?\\d{1,2}\\s?)号(?!线|电|码|称|召|文|令|前|后|起|早|晚|上|下|中))`

/** The rules, the most telling first. `as`: which reading of the text they look at. */
const RULES: readonly {
  readonly kind: PersonalKind
  readonly as: 'dialled' | 'written'
  readonly like: RegExp
}[] = [
  // GB 11643: 17 digits and a check character; no look around, so that a longer run does not hide one.
  { kind: 'idNumber', as: 'dialled', like: new RegExp(`${digits(17, '[1-9]')}${GAP}[\\dXx]`, 'gu') },
  { kind: 'phone', as: 'dialled', like: new RegExp(`1${GAP}[3-9]${GAP}${digits(9)}`, 'gu') },
  { kind: 'phone', as: 'dialled', like: /0\d{2,3}[\s\-‐-―)）]{0,2}[2-8]\d{6,7}(?!\d)/gu },
  // Cards, accounts, numbers without an area code: no ordinary figure of a matter is as long.
  { kind: 'longNumber', as: 'dialled', like: /\d{7,}/gu },
  { kind: 'email', as: 'written', like: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
  // GA 36: province, letter, five or six characters; the last may be a word of its own.
  {
    kind: 'plate',
    as: 'written',
    like: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][\s]?[A-HJ-NP-Za-hj-np-zＡ-Ｚ][\s·.\-•]?(?:[A-HJ-NP-Za-hj-np-z0-9０-９][\s]?){4,5}[A-HJ-NP-Za-hj-np-z0-9０-９挂学警港澳使领]/gu,
  },
  ...NAME_RULES.map((like) => ({ kind: 'name', as: 'written', like }) as const),
  {
    kind: 'dwelling',
    as: 'written',
    like: new RegExp(`${DOOR}(?:\\s?${DOOR})*(?:\\s?\\d{3,4}(?!\\d|[年元块米度瓦个户人天℃.]))?`, 'gu'),
  },
  { kind: 'dwelling', as: 'written', like: /(?<![\d-])\d{1,3}-\d{1,2}-\d{1,4}(?![\d-])/gu },
]

/**
 * Finds what may single out a person in a text that is to be published: identity numbers, telephone numbers, long
 * numbers, mail addresses, plates, names, doors; and every one of `known`, e.g. the requester's name.
 * No two findings overlap; they stand in the order of the text. Pure, and the same in browser and server.
 */
export function findPersonal(text: string, known: readonly string[] = []): readonly PersonalFinding[] {
  const written = toHalfWidth(text)
  const readings = { dialled: dialled(text), written }
  const found: PersonalFinding[] = []
  const take = (kind: PersonalKind, start: number, end: number) => {
    if (end > start) found.push({ kind, start, end, text: text.slice(start, end) })
  }
  for (const { kind, as, like } of RULES)
    for (const match of readings[as].matchAll(like)) take(kind, match.index, match.index + match[0].length)
  for (const word of known.filter((one) => one.trim().length > 1)) {
    const wanted = toHalfWidth(word.trim())
    for (let at = written.indexOf(wanted); at >= 0; at = written.indexOf(wanted, at + 1))
      take('name', at, at + wanted.length)
  }
  return merged(text, found)
}

const rank = (kind: PersonalKind) => PERSONAL_KINDS.indexOf(kind)

/** Overlapping findings become one, of the more telling kind. */
function merged(text: string, found: readonly PersonalFinding[]): readonly PersonalFinding[] {
  const list: PersonalFinding[] = []
  for (const next of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = list.at(-1)
    if (!last || next.start >= last.end) {
      list.push(next)
      continue
    }
    const end = Math.max(last.end, next.end)
    const kind = rank(next.kind) < rank(last.kind) ? next.kind : last.kind
    list[list.length - 1] = { kind, start: last.start, end, text: text.slice(last.start, end) }
  }
  return list
}

/** What stands in the place of something removed. Neutral, and nothing that the rules would find again. */
export const REMOVED_AS: Readonly<Record<PersonalKind, string>> = {
  idNumber: '（证件号略）',
  phone: '（电话略）',
  longNumber: '（号码略）',
  email: '（邮箱略）',
  plate: '（车牌略）',
  name: '某居民',
  dwelling: '某处',
}

/** The text with these findings taken out; the others stay. */
export const removeFindings = (text: string, findings: readonly PersonalFinding[]): string =>
  [...findings]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { kind, start, end }) => rest.slice(0, start) + REMOVED_AS[kind] + rest.slice(end), text)
