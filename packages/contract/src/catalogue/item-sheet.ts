import { KINDS } from '../kinds/kinds.ts'
import type { CellValue } from '../rules/spreadsheet-cell.ts'
import type { Climb } from '../setting/ladder.ts'
import { CLOCK_KIND_WORDS } from '../setting/setting.ts'
import { ITEM_COLUMNS, type ItemColumn } from './item-columns.ts'
import type { ItemDraft } from './item-keeping-routes.ts'
import { ladderCell } from './ladder-cell.ts'

export const itemHead = (): readonly string[] =>
  Object.values(ITEM_COLUMNS).map(({ zh, en }) => `${zh} ${en}`)

const kindWords = new Map(KINDS.map(({ kind, name }) => [kind, name]))

/** The cells of an item, in the order of the head. Kinds, clocks and rungs in the district's words, questions as JSON. */
export const itemCells = (
  code: string,
  origin: string,
  item: ItemDraft,
  rungs: readonly Climb[],
): readonly CellValue[] => [
  code,
  origin,
  item.name,
  item.nameEn,
  item.plain,
  item.plainEn,
  item.major,
  item.keywords.join(' '),
  item.kinds.map((kind) => kindWords.get(kind)?.zh ?? kind).join(' '),
  item.level,
  item.leadUnit,
  item.limit,
  CLOCK_KIND_WORDS[item.clockKind].zh,
  ladderCell(rungs),
  item.source,
  item.questions.length > 0 ? JSON.stringify(item.questions) : '',
]

/** Which cell of a record stands in which column; columns that nobody knows are passed over. */
export function columnsOf(head: readonly string[]): ReadonlyMap<ItemColumn, number> {
  const said = head.map((cell) => cell.trim().toLowerCase())
  return new Map(
    (Object.keys(ITEM_COLUMNS) as ItemColumn[]).flatMap((column) => {
      const { zh, en } = ITEM_COLUMNS[column]
      const names: readonly string[] = [`${zh} ${en}`, zh, en, column].map((one) => one.toLowerCase())
      const at = said.findIndex((cell) => names.includes(cell))
      return at < 0 ? [] : [[column, at] as const]
    }),
  )
}

const words = (cell: string) => cell.split(/[\s,，、;；]+/).filter((word) => word !== '')

/**
 * What a record says an item is; a number or list that cannot be read stays what it is, for the check to name. An empty cell
 * for questions keeps those of `before`.
 */
export function readItem(cellOf: (column: ItemColumn) => string, before: ItemDraft | undefined): unknown {
  const text = (column: ItemColumn) => cellOf(column).trim()
  const number = (column: ItemColumn) => (/^\d+$/.test(text(column)) ? Number(text(column)) : text(column))
  const kindOf = (word: string) =>
    [...kindWords].find(([kind, { zh, en }]) => [kind, zh, en].includes(word))?.[0]
  const clock = Object.entries(CLOCK_KIND_WORDS).find(([kind, { zh, en }]) =>
    [kind, zh, en].includes(text('clockKind')),
  )
  return {
    ...{ name: text('name'), nameEn: text('nameEn'), plain: text('plain'), plainEn: text('plainEn') },
    ...{ major: majorOf(text('major')), keywords: words(text('keywords')) },
    kinds: words(text('kinds')).map((word) => kindOf(word) ?? word),
    questions: text('questions') === '' ? (before?.questions ?? []) : parsed(text('questions')),
    ...{ level: number('level'), leadUnit: text('leadUnit'), clockKind: clock?.[0] ?? text('clockKind') },
    ...{ limit: number('limit'), source: text('source') },
  }
}

const majorOf = (cell: string) => (/^\d$/.test(cell) ? `0${cell}` : cell)

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}
