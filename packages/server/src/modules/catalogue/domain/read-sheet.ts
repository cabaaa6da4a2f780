import {
  type Bilingual,
  codeOf,
  columnsOf,
  ITEM_COLUMNS,
  type ItemColumn,
  type ItemDraft,
  readCsv,
  readItem,
  type SHEET_OUTCOMES,
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
  /** The item that the row says, where it says one. */
  readonly draft: ItemDraft | null
  readonly lastVersion: number
}

const CODE = /^[a-z0-9.-]{2,40}$/

/** Reads a sheet against the catalogue: what becomes of each row, and why a refused one is. Pure: asking twice gives the same. */
export function readSheet(csv: string, catalogue: Catalogue): readonly SheetRow[] {
  const [head, ...records] = readCsv(csv)
  const columns = columnsOf(head?.cells ?? [])
  const missing = (Object.keys(ITEM_COLUMNS) as ItemColumn[]).filter(
    (column) => column !== 'origin' && column !== 'questions' && !columns.has(column),
  )
  if (missing.length > 0 || records.length === 0)
    return [refused(head?.line ?? 1, '', '', headFaults(missing))]
  const cellsOf = (cells: readonly string[]) => (column: ItemColumn) => cells[columns.get(column) ?? -1] ?? ''
  const codes = records.map(({ cells }) => codeOf(cellsOf(cells)('code')))
  const ground = { ...catalogue, reachable: new Set([...catalogue.codesInForce, ...codes]) }
  return records.map(({ line, cells }, index): SheetRow => {
    const cellOf = cellsOf(cells)
    const code = codes[index] ?? ''
    const last = catalogue.items.get(code)?.at(-1)
    const draft = readItem(cellOf, last && draftOf(last))
    const name = cellOf('name').trim()
    const reasons = rowFaults(code, codes.indexOf(code) < index, last, draft, ground)
    if (reasons.length > 0) return refused(line, code, name, reasons)
    const outcome = last === undefined ? 'added' : isSame(last, draft) ? 'same' : 'changed'
    return { line, code, name, outcome, reasons, draft: draft as ItemDraft, lastVersion: last?.version ?? 0 }
  })
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
    const column = ITEM_COLUMNS[field.split('.')[0] as ItemColumn]
    return column ? { zh: `${column.zh}：${zh}`, en: `${column.en}: ${en}` } : { zh, en }
  })
}

const refused = (line: number, code: string, name: string, reasons: readonly Bilingual[]): SheetRow => ({
  ...{ line, code, name, outcome: 'refused', reasons, draft: null, lastVersion: 0 },
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

/** How many rows have which outcome. */
export const countRows = (rows: readonly SheetRow[]) => {
  const of = (outcome: SheetRow['outcome']) => rows.filter((row) => row.outcome === outcome).length
  return { added: of('added'), changed: of('changed'), same: of('same'), refused: of('refused') }
}
