import type { Bilingual } from '../schema.ts'
import { type Fields, fieldOf, fieldsOf, type Shape, titleOf } from './shape.ts'

/** A field that holds one value, with the names that lead to it. */
export type Leaf = { readonly path: readonly string[]; readonly title: Bilingual; readonly shape: Shape }

/** Every field of a thing that holds one value. An amount is called as the limit that it is part of. */
export function leavesOf(shape: Shape, path: readonly string[] = [], above?: Bilingual): readonly Leaf[] {
  if (!shape.properties) return [{ path, title: above ?? titleOf(shape), shape }]
  return fieldsOf(shape).flatMap(([name, field]) => {
    const own = titleOf(field)
    const title =
      above && above.zh !== '' && name !== 'amount'
        ? { zh: `${above.zh} · ${own.zh}`, en: `${above.en} · ${own.en}` }
        : name === 'amount'
          ? above
          : own
    return leavesOf(field, [...path, name], title)
  })
}

export const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => fieldOf(inner, name), value)

/** The same value with another one at this place. */
export function withValueAt(value: unknown, [name, ...rest]: readonly string[], next: unknown): unknown {
  if (name === undefined) return next
  return { ...(value as Fields | undefined), [name]: withValueAt(fieldOf(value, name), rest, next) }
}

/** A column of a spreadsheet: known by its name, by either language, or by both as the export writes them. */
export type Column = { readonly name: string; readonly title: Bilingual; readonly needed: boolean }

export const columnOf = ({ path, title, shape }: Leaf): Column => {
  const unit = shape['x-unit']
  const counted = unit
    ? { zh: `${title.zh}（${unit.zh.trim()}）`, en: `${title.en} (${unit.en.trim()})` }
    : title
  return { name: path.join('.'), title: counted, needed: true }
}

export const headWords = ({ title: { zh, en } }: Column): string => `${zh} ${en}`

const withoutUnit = (title: string) => title.replace(/\s*[（(][^（(]*[）)]$/, '')

/** Where each column stands in the head, and the heads that nobody knows. */
export function findColumns(columns: readonly Column[], head: readonly string[]) {
  const said = head.map((cell) => cell.trim().toLowerCase())
  const at = new Map(
    columns.flatMap((column) => {
      const { name, title } = column
      const names = [
        headWords(column),
        title.zh,
        title.en,
        withoutUnit(title.zh),
        withoutUnit(title.en),
        name,
      ].map((one) => one.toLowerCase())
      const place = said.findIndex((cell) => names.includes(cell))
      return place < 0 ? [] : [[name, place] as const]
    }),
  )
  const known = new Set(at.values())
  return {
    at,
    missing: columns.filter(({ name, needed }) => needed && !at.has(name)),
    notRead: head.filter((cell, place) => cell.trim() !== '' && !known.has(place)),
  }
}
