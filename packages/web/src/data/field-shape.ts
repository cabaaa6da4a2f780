import type { Bilingual } from '@lianxin/contract/schema'
import { type Limit, saidLimit, YES_NO } from '@lianxin/contract/setting/setting'
import { type SettingName, settingOf } from '@lianxin/contract/setting/settings'
import {
  type Fields,
  fieldOf,
  fieldsOf,
  isTable,
  joined as join,
  rowsOf,
  type Shape,
  titleOf,
} from '@lianxin/contract/sheet/shape'

export { type Fields, fieldOf, fieldsOf, isTable, rowsOf, type Shape, titleOf }

export const shapeOf = (name: SettingName): Shape => settingOf(name).schema as Shape
export const choicesOf = (shape: Shape): readonly (readonly [word: string, name: Bilingual])[] =>
  (shape.enum ?? []).map((word) => [word, shape['x-choices']?.[word] ?? { zh: word, en: word }])

/** A value in a few words, in both languages. */
export function saidValue(shape: Shape, value: unknown): Bilingual {
  if (typeof value === 'boolean') return value ? YES_NO.yes : YES_NO.no
  if (Array.isArray(value))
    return join(
      value.map((one) => saidValue(shape.items ?? {}, one)),
      '、',
      ', ',
    )
  if (typeof value === 'object' && value !== null) return saidFields(shape, value as Fields)
  const chosen = shape['x-choices']?.[String(value)]
  if (chosen) return chosen
  const unit = unitOf(shape, value)
  return { zh: `${value ?? ''}${unit.zh}`, en: `${value ?? ''}${unit.en}` }
}

/** What a number counts, as it is said behind it; nothing where there is none. */
export const unitOf = (shape: Shape, value: unknown): Bilingual => {
  const { zh, en, one = en } = shape['x-unit'] ?? { zh: '', en: '' }
  return typeof value === 'number' ? { zh, en: value === 1 ? one : en } : { zh: '', en: '' }
}

const isLimit = (value: Fields): value is Limit => 'amount' in value && 'kind' in value

function saidFields(shape: Shape, value: Fields): Bilingual {
  if (isLimit(value)) return saidLimit(value)
  const parts = fieldsOf(shape).map(([name, field]) => ({
    title: titleOf(field),
    text: saidValue(field, value[name]),
  }))
  return join(
    parts.map(({ title, text }) => ({ zh: `${title.zh} ${text.zh}`, en: `${title.en} ${text.en}` })),
    '，',
    ', ',
  )
}

/** One thing that a rule says, with where it stands in the value. */
export interface Line {
  readonly path: string
  readonly title: Bilingual
  readonly text: Bilingual
  /** Of a row of a table: its fields, to see what of it changes. */
  readonly row?: { readonly shape: Shape; readonly value: unknown }
}

/** Everything that a rule says, line by line: a row of a table is one line, a group of fields one line a field. */
export function linesOf(shape: Shape, value: unknown, path = ''): readonly Line[] {
  if (isTable(shape))
    return rowsOf(value).map((row) => {
      const of = shape.items ?? {}
      const text = saidValue(of, row)
      return { path: `${path}/${text.zh}`, title: titleOf(shape), text, row: { shape: of, value: row } }
    })
  if (shape.properties && !('amount' in shape.properties))
    return fieldsOf(shape).flatMap(([name, field]) =>
      linesOf(field, fieldOf(value, name), `${path}/${name}`).map((line) => ({
        ...line,
        title:
          line.title === titleOf(field)
            ? line.title
            : join(
                [titleOf(field), line.title].filter(({ zh }) => zh !== ''),
                ' · ',
                ' · ',
              ),
      })),
    )
  return [{ path, title: titleOf(shape), text: saidValue(shape, value) }]
}

/** A new row of a table: the first of each list, the least of each number. */
export function blankOf(shape: Shape): unknown {
  if (shape.properties)
    return Object.fromEntries(fieldsOf(shape).map(([name, field]) => [name, blankOf(field)]))
  if (shape.anyOf) return null
  if (shape.enum) return shape.enum[0]
  if (shape.type === 'array') return []
  if (shape.type === 'boolean') return false
  return shape.type === 'string' ? '' : (shape.minimum ?? 0)
}
