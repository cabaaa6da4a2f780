import { isDeepStrictEqual } from 'node:util'
import {
  type Bilingual,
  type Climb,
  codeOf,
  columnsOf,
  ITEM_COLUMNS,
  type ItemColumn,
  type ItemDraft,
  type ItemLadders,
  MOST_ITEM_RUNGS,
  ownRungs,
  readCsv,
  readItem,
  readLadder,
  type SHEET_OUTCOMES,
  withRungs,
} from '@lianxin/contract'
import type { Catalogue } from '../queries/load-catalogue.ts'
import type { DecidedItem } from '../queries/look-up-items.ts'
import { draftOf, isSame } from './decide-item.ts'
import { itemFaults } from './item-faults.ts'

export type SheetRow = {
  readonly line: number
  readonly code: string
  readonly name: string
  readonly outcome: (typeof SHEET_OUTCOMES)[number]
  readonly reasons: readonly Bilingual[]
  /** The item that the row adds or changes; null: it stays as it is, though its ladder may change. */
  readonly draft: ItemDraft | null
  readonly lastVersion: number
  /** The rungs that it gets of its own; null: its ladder stays as it is. */
  readonly rungs: readonly Climb[] | null
}

const CODE = /^[a-z0-9.-]{2,40}$/

/** Columns that a sheet may lack; without ladders those of all items stay as they are. */
const OPTIONAL: readonly ItemColumn[] = ['origin', 'questions', 'ladder']

/** Reads a sheet against the catalogue and the ladders of its items: what becomes of each row, and why a refused one is. Pure: asking twice gives the same. */
export function readSheet(csv: string, catalogue: Catalogue, ladders: ItemLadders): readonly SheetRow[] {
  const [head, ...records] = readCsv(csv)
  const columns = columnsOf(head?.cells ?? [])
  const missing = (Object.keys(ITEM_COLUMNS) as ItemColumn[]).filter(
    (column) => !OPTIONAL.includes(column) && !columns.has(column),
  )
  if (missing.length > 0 || records.length === 0)
    return [refused(head?.line ?? 1, '', '', headFaults(missing))]
  const cellsOf = (cells: readonly string[]) => (column: ItemColumn) => cells[columns.get(column) ?? -1] ?? ''
  const codes = records.map(({ cells }) => codeOf(cellsOf(cells)('code')))
  const ground = { ...catalogue, reachable: new Set([...catalogue.codesInForce, ...codes]) }
  const rows = records.map(({ line, cells }, index): SheetRow => {
    const cellOf = cellsOf(cells)
    const code = codes[index] ?? ''
    const last = catalogue.items.get(code)?.at(-1)
    const draft = readItem(cellOf, last && draftOf(last))
    const name = cellOf('name').trim()
    const ladder = columns.has('ladder') ? readLadder(cellOf('ladder')) : { rungs: climbsOf(ladders, code) }
    const reasons = [
      ...rowFaults(code, codes.indexOf(code) < index, last, draft, ground),
      ...('fault' in ladder ? [inColumn('ladder', ladder.fault)] : []),
    ]
    if (reasons.length > 0 || 'fault' in ladder) return refused(line, code, name, reasons)
    const rungs = isDeepStrictEqual(ladder.rungs, climbsOf(ladders, code)) ? null : ladder.rungs
    const decided = isSame(last, draft) ? null : (draft as ItemDraft)
    const outcome = last === undefined ? 'added' : decided || rungs ? 'changed' : 'same'
    return { line, code, name, outcome, reasons, draft: decided, lastVersion: last?.version ?? 0, rungs }
  })
  return withinRoom(rows, ladders)
}

/** All ladders together have room for so many rungs, wherever in the sheet others are taken away: a row that has none left is refused. */
function withinRoom(rows: readonly SheetRow[], ladders: ItemLadders): readonly SheetRow[] {
  const more = ({ code, rungs }: SheetRow) => (rungs ? rungs.length - ownRungs(ladders, code).length : 0)
  let total = rows.reduce((sum, row) => sum + Math.min(0, more(row)), ladders.length)
  return rows.map((row) => {
    const added = Math.max(0, more(row))
    if (added > 0 && total + added > MOST_ITEM_RUNGS)
      return refused(row.line, row.code, row.name, [inColumn('ladder', NO_ROOM)])
    total += added
    return row
  })
}
const NO_ROOM: Bilingual = {
  zh: `各事项单独的升级步骤合起来最多 ${MOST_ITEM_RUNGS} 步。`,
  en: `all items together have at most ${MOST_ITEM_RUNGS} rungs of their own.`,
}

function rowFaults(
  code: string,
  isTwice: boolean,
  last: DecidedItem | undefined,
  draft: unknown,
  ground: Parameters<typeof itemFaults>[2],
): readonly Bilingual[] {
  if (!CODE.test(code)) return [{ zh: '编号不对。', en: 'The code is not right.' }]
  if (isTwice)
    return [{ zh: `编号 ${code} 在文件里出现了两次。`, en: `Code ${code} stands in the file twice.` }]
  if (last?.origin === 'province')
    return isSame(last, draft)
      ? []
      : [{ zh: '省级事项不能在区里改。', en: 'Items of the provincial catalogue are not edited here.' }]
  return itemFaults(code, draft, ground).map(({ field, zh, en }) => {
    const column = field.split('.')[0] ?? ''
    return column in ITEM_COLUMNS ? inColumn(column as ItemColumn, { zh, en }) : { zh, en }
  })
}

const inColumn = (column: ItemColumn, { zh, en }: Bilingual): Bilingual => ({
  zh: `${ITEM_COLUMNS[column].zh}：${zh}`,
  en: `${ITEM_COLUMNS[column].en}: ${en}`,
})

const climbsOf = (ladders: ItemLadders, code: string): readonly Climb[] =>
  ownRungs(ladders, code).map(({ afterPercent, to }) => ({ afterPercent, to }))

const refused = (line: number, code: string, name: string, reasons: readonly Bilingual[]): SheetRow => ({
  ...{ line, code, name, outcome: 'refused', reasons, draft: null, lastVersion: 0, rungs: null },
})

const headFaults = (missing: readonly ItemColumn[]): readonly Bilingual[] =>
  missing.length === 0
    ? [{ zh: '文件里没有事项。', en: 'There are no items in the file.' }]
    : [
        {
          zh: `第一行缺少这些列：${missing.map((column) => ITEM_COLUMNS[column].zh).join('、')}。`,
          en: `The first line lacks these columns: ${missing.map((column) => ITEM_COLUMNS[column].en).join(', ')}.`,
        },
      ]

/** How many rows have which outcome, and how many change a ladder. */
export const countRows = (rows: readonly SheetRow[]) => {
  const of = (outcome: SheetRow['outcome']) => rows.filter((row) => row.outcome === outcome).length
  const ladders = rows.filter(({ rungs }) => rungs).length
  return { added: of('added'), changed: of('changed'), same: of('same'), refused: of('refused'), ladders }
}

/** The ladders of all items as the sheet wants them; null: they stay as they are. */
export function laddersWanted(rows: readonly SheetRow[], ladders: ItemLadders): ItemLadders | null {
  const changing = rows.filter(({ rungs }) => rungs)
  if (changing.length === 0) return null
  return changing.reduce((all, { code, rungs }) => withRungs(all, code, rungs ?? []), ladders)
}
