import type { Bilingual } from '@lianxin/contract/schema'
import { fieldOf, fieldsOf, joined, type Shape, titleOf } from '@lianxin/contract/sheet/shape'
import { type Line, linesOf, saidValue } from './field-shape.ts'

export interface Change {
  readonly title: Bilingual
  /** Absent: it is new. */
  readonly before?: Bilingual
  /** Absent: it is gone. */
  readonly after?: Bilingual
}

/** What differs between two versions of a rule: fields, and of a table what changed in a row, which rows are gone and which new. */
export function changesBetween(shape: Shape, before: unknown, after: unknown): readonly Change[] {
  const old = new Map(linesOf(shape, before).map((line) => [line.path, line]))
  const now = new Map(linesOf(shape, after).map((line) => [line.path, line]))
  const gone = [...old.values()].filter(({ path }) => !now.has(path))
  const added = [...now.values()].filter(({ path }) => !old.has(path))
  const pairs = rowsThatBecame(gone, added)
  const became = new Set(pairs.values())
  const changed = [...old.values()].flatMap((line): readonly Change[] => {
    const next = now.get(line.path)
    if (next)
      return isSame(next.text, line.text) ? [] : [{ title: line.title, before: line.text, after: next.text }]
    const other = pairs.get(line)
    return other ? fieldsThatChanged(line, other) : [{ title: line.title, before: line.text }]
  })
  const isNew = added.filter((line) => !became.has(line))
  return [...changed, ...isNew.map(({ title, text }): Change => ({ title, after: text }))]
}

const isSame = (one: Bilingual, other: Bilingual) => one.zh === other.zh && one.en === other.en

/** The fields of a row, each with whether another row says the same. */
const compared = ({ row }: Line, other: Line) =>
  fieldsOf(row?.shape ?? {}).map(([name, field]) => {
    const [before, after] = [row, other.row].map((one) => saidValue(field, fieldOf(one?.value, name)))
    return { title: titleOf(field), before: before as Bilingual, after: after as Bilingual }
  })

/**
 * Which row that is gone became which new one. The first field of a row says what it is about; a row is the same one where
 * that is as it was and no more of it changed than stayed. The likest find each other first.
 */
function rowsThatBecame(gone: readonly Line[], added: readonly Line[]): ReadonlyMap<Line, Line> {
  const likeness = gone.flatMap((line) =>
    added.flatMap((other) => {
      if (!line.row || !other.row || line.row.shape !== other.row.shape) return []
      const same = compared(line, other).map(({ before, after }) => isSame(before, after))
      const kept = same.filter(Boolean).length
      return same[0] && kept * 2 >= same.length ? [{ line, other, kept }] : []
    }),
  )
  const pairs = new Map<Line, Line>()
  const taken = new Set<Line>()
  for (const { line, other } of likeness.toSorted((a, b) => b.kept - a.kept)) {
    if (pairs.has(line) || taken.has(other)) continue
    pairs.set(line, other)
    taken.add(other)
  }
  return pairs
}

/** One change for each field of a row that is another now; what stayed says which row it is. */
function fieldsThatChanged(line: Line, other: Line): readonly Change[] {
  const fields = compared(line, other)
  const about = fields
    .filter(({ before, after }) => isSame(before, after))
    .map(({ title, before }) => ({ zh: `${title.zh} ${before.zh}`, en: `${title.en} ${before.en}` }))
  return fields
    .filter(({ before, after }) => !isSame(before, after))
    .map(({ title, before, after }) => ({
      title: joined([...[line.title].filter(({ zh }) => zh !== ''), ...about, title], ' · ', ' · '),
      ...{ before, after },
    }))
}
