import { itemKeepingRoutes } from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { countRows, readSheet } from '../domain/read-sheet.ts'
import { loadCatalogue } from './load-catalogue.ts'

/** What would become of each row of a sheet. Changes nothing. */
export const checkSheet = query<typeof itemKeepingRoutes.check>({
  route: itemKeepingRoutes.check,
  permit: 'catalogue.change',
  async view(tx, _permit, { body: { csv } }) {
    const catalogue = await loadCatalogue(tx)
    const rows = readSheet(csv, catalogue)
    const shown = rows.map(({ line, code, name, outcome, reasons }) => ({
      ...{ line, code, name, outcome },
      reasons: [...reasons],
    }))
    return { answer: { rows: shown, ...countRows(rows), seen: catalogue.seen }, subjects: [] }
  },
})
