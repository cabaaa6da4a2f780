import { itemKeepingRoutes } from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { lastDecision } from '../../setting/index.ts'
import { countRows, readSheet } from '../domain/read-sheet.ts'
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
      ...{ rows: shown, ...countRows(rows) },
      ...{ seen: catalogue.seen, seenLadders: ladders.version },
    }
    return { answer, subjects: [] }
  },
})
