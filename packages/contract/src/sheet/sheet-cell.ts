import { codeOf } from '../catalogue/item-columns.ts'
import type { CellValue } from '../rules/spreadsheet-cell.ts'
import type { Bilingual } from '../schema.ts'
import { expectedWords } from './expected-words.ts'
import { mayBeLeftOut, present, rowsOf, type Shape } from './shape.ts'

export type ReadCell = { readonly value: unknown } | { readonly expected: Bilingual }

const SEPARATORS = /[,，、;；\n]+/
const SEPARATED = /[,，、;；\s]/

/** A value as a person reads and writes it in a spreadsheet: choices by their Chinese word where that says which is meant. */
export function writtenCell(whole: Shape, value: unknown): CellValue {
  const shape = present(whole)
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return value
  if (shape.type === 'array')
    return rowsOf(value)
      .map((one) => writtenCell(shape.items ?? {}, one))
      .join('、')
  if (shape.enum) return wordOf(shape, String(value))
  if (shape['x-input'] === 'monthDay') {
    const [month, day] = String(value).split('-').map(Number)
    return `${month}月${day}日`
  }
  return String(value)
}

function wordOf({ 'x-choices': names = {} }: Shape, word: string): string {
  const said = names[word]?.zh ?? word
  const isClear = Object.values(names).filter(({ zh }) => zh === said).length === 1
  return isClear && !SEPARATED.test(said) && !(said in names) ? said : word
}

/** What a cell says; where it says nothing that fits: what would. */
export function readCell(shape: Shape, text: string): ReadCell {
  const said = text.trim()
  if (said === '' && mayBeLeftOut(shape)) return { value: null }
  const value = understood(present(shape), said)
  return value === undefined ? { expected: expectedWords(shape) } : { value }
}

function understood(shape: Shape, said: string): unknown {
  if (shape.type === 'boolean') return YES_AND_NO.get(said.toLowerCase())
  if (shape.enum) return chosen(shape, said)
  if (shape.type === 'array') return listed(shape, said)
  if (shape.type === 'integer' || shape.type === 'number') return numberOf(shape, said)
  const text = READINGS[shape['x-input'] ?? 'words'](said)
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = shape
  const length = [...text].length
  const fits = minLength <= length && length <= maxLength && (!pattern || new RegExp(pattern).test(text))
  return fits ? text : undefined
}

const YES_AND_NO: ReadonlyMap<string, boolean> = new Map([
  ...['是', 'yes', 'true', '1', '√'].map((word) => [word, true] as const),
  ...['否', 'no', 'false', '0', '×'].map((word) => [word, false] as const),
])

/** By its code, or by a word of either language that means only one of them. A spreadsheet drops the zero in front of a code. */
function chosen({ enum: words = [], 'x-choices': names = {} }: Shape, said: string): string | undefined {
  const code = [said, `0${said}`].find((one) => words.includes(one))
  if (code !== undefined) return code
  const like = said.toLowerCase()
  const meant = words.filter((word) => names[word]?.zh === said || names[word]?.en.toLowerCase() === like)
  return meant.length === 1 ? meant[0] : undefined
}

function listed(shape: Shape, said: string): readonly unknown[] | undefined {
  const { items = {}, minItems = 0, maxItems = Number.POSITIVE_INFINITY, uniqueItems } = shape
  const read = (part: string): readonly unknown[] => {
    const value = understood(items, part)
    return value === undefined && /\s/.test(part)
      ? part.split(/\s+/).map((one) => understood(items, one))
      : [value]
  }
  const values = said
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap(read)
  const fits =
    !values.includes(undefined) &&
    minItems <= values.length &&
    values.length <= maxItems &&
    (!uniqueItems || new Set(values).size === values.length)
  return fits ? values : undefined
}

/** Full-width digits count, and so does a number with its unit behind it. */
function numberOf(shape: Shape, said: string): number | undefined {
  const { type, minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY, multipleOf } = shape
  const units = Object.values(shape['x-unit'] ?? {}).map((unit) => unit.trim().normalize('NFKC'))
  const text = said.normalize('NFKC')
  const unit = units.find((one) => one !== '' && text.endsWith(one)) ?? ''
  const digits = text.slice(0, text.length - unit.length).trim()
  if (!/^-?\d{1,15}(\.\d{1,10})?$/.test(digits)) return undefined
  const value = Number(digits)
  const fits =
    minimum <= value &&
    value <= maximum &&
    (type !== 'integer' || Number.isInteger(value)) &&
    (multipleOf === undefined || Number.isInteger(value / multipleOf))
  return fits ? value : undefined
}

/** Times and days as spreadsheets rewrite them. What is none stays as it is, and does not fit. */
const READINGS: Readonly<Record<NonNullable<Shape['x-input']>, (said: string) => string>> = {
  words: (said) => said,
  item: codeOf,
  time: (said) =>
    said.replace(/^(\d{1,2})[:：](\d{2})([:：]00)?$/, (_, hour, minute) => `${pad(hour)}:${minute}`),
  day: (said) =>
    said.replace(
      /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/,
      (_, year, month, day) => `${year}-${pad(month)}-${pad(day)}`,
    ),
  monthDay: (said) =>
    said.replace(/^(\d{1,2})[-/.月](\d{1,2})日?$/, (_, month, day) => `${pad(month)}-${pad(day)}`),
}

const pad = (digits: string) => digits.padStart(2, '0')
