import { type ItemDecided, isRefusal, itemKeepingRoutes, refuse } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { ensure, must } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { lastDecision } from '../../setting/index.ts'
import { effectiveFrom, itemDecided } from '../domain/decide-item.ts'
import { countRows, readSheet, type SheetRow } from '../domain/read-sheet.ts'
import { type Catalogue, loadCatalogue } from '../queries/load-catalogue.ts'
import { addDecisions } from '../store.ts'

type State = {
  readonly catalogue: Catalogue
  readonly rows: readonly SheetRow[]
  readonly eventIds: readonly string[]
}

const news = (rows: readonly SheetRow[]) =>
  rows.filter(({ outcome }) => outcome === 'added' || outcome === 'changed')

/** Takes in a sheet of items, whole or not at all, and only as its report said. */
export const takeSheet = command<typeof itemKeepingRoutes.take, State, NewEvent<ItemDecided>>({
  route: itemKeepingRoutes.take,
  permit: 'catalogue.change',
  async load(tx, _permit, { body: { csv } }) {
    const catalogue = await loadCatalogue(tx)
    const rows = readSheet(csv, catalogue, (await lastDecision(tx, 'itemLadders')).value)
    return { catalogue, rows, eventIds: rows.map(() => uuidV7(tx.now)) }
  },
  decide({ catalogue, rows, eventIds }, { body }, now) {
    const { refused } = countRows(rows)
    if (refused > 0) return refuse('catalogue.sheet-refused', { refused })
    if (body.seen !== catalogue.seen) return refuse('catalogue.changed')
    const from = effectiveFrom(body.effectiveFrom, now)
    if (isRefusal(from)) return from
    return news(rows).map(({ code, lastVersion }, index) =>
      itemDecided(eventIds[index] ?? '', {
        ...{ code, version: lastVersion + 1, effectiveFrom: from, ended: false },
      }),
    )
  },
  async save(tx, { catalogue, rows }, events) {
    const decisions = news(rows).map(({ draft }, index) => {
      const item = must(draft, { refusal: 'server.fault' })
      const major = must(catalogue.majors.get(item.major), { refusal: 'server.fault' })
      const { payload } = must(events[index], { refusal: 'server.fault' })
      return {
        ...{ ...item, ...payload },
        ...{ origin: 'district' as const, majorName: major.zh, majorNameEn: major.en },
      }
    })
    ensure((await addDecisions(tx, decisions)) === decisions.length, { refusal: 'catalogue.changed' })
    const { added, changed, same } = countRows(rows)
    return { added, changed, same }
  },
  answer: (_tx, { added, changed, same }) => ({
    ...{ added: Number(added), changed: Number(changed), same: Number(same) },
  }),
})
