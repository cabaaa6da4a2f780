import { type ItemLadders, itemKeepingRoutes, type SheetReport, withRungs } from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { lastDecision } from '../../setting/index.ts'
import { countRows, readSheet, type SheetRow } from '../domain/read-sheet.ts'
import { loadCatalogue } from './load-catalogue.ts'

/** What would become of each row of a sheet. Changes nothing. */
export const checkSheet = query<typeof itemKeepingRoutes.check>({
  route: itemKeepingRoutes.check,
  permit: 'catalogue.change',
  async view(tx, _permit, { body: { csv } }) {
    const catalogue = await loadCatalogue(tx)
    const ladders = await lastDecision(tx, 'itemLadders')
    const rows = readSheet(csv, catalogue, ladders.value)
    const shown = rows.map(({ line, code, name, outcome, reasons, rungs }) => ({
      ...{ line, code, name, outcome },
      reasons: [...reasons],
      ladderChanges: rungs !== null,
    }))
    const answer = {
      rows: shown,
      ...countRows(rows),
      seen: catalogue.seen,
      ladders: laddersOf(rows, ladders),
    }
    return { answer, subjects: [] }
  },
})

/** Ladders are a rule of their own: whoever takes in the sheet decides on it with the same permission, beside the items. */
function laddersOf(
  rows: readonly SheetRow[],
  { version, value }: { readonly version: number; readonly value: ItemLadders },
): SheetReport['ladders'] {
  const changing = rows.filter(({ rungs }) => rungs !== null)
  if (changing.length === 0) return null
  const wanted = changing.reduce((all, { code, rungs }) => withRungs(all, code, rungs ?? []), value)
  return { items: changing.length, seenVersion: version, value: wanted }
}
