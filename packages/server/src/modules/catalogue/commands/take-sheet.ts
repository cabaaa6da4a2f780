import {
  type ItemDecided,
  type ItemLadders,
  isRefusal,
  itemKeepingRoutes,
  refuse,
  type SettingChanged,
  settingOf,
} from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { permitFor } from '../../../kernel/permit.ts'
import { ensure, must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import {
  decideChange,
  keepChange,
  lastDecision,
  type SettingState,
  settingState,
  valueFaults,
} from '../../setting/index.ts'
import { effectiveFrom, itemDecided } from '../domain/decide-item.ts'
import { countRows, laddersWanted, readSheet, type SheetRow } from '../domain/read-sheet.ts'
import type { ItemDecision } from '../item.ts'
import { type Catalogue, loadCatalogue } from '../queries/load-catalogue.ts'
import { addDecisions } from '../store.ts'

type State = {
  readonly catalogue: Catalogue
  readonly rows: readonly SheetRow[]
  readonly eventIds: readonly string[]
  readonly laddersVersion: number
  /** Null: no ladder changes. */
  readonly ladders: { readonly value: ItemLadders; readonly state: SettingState } | null
}
type Decided = NewEvent<ItemDecided> | NewEvent<SettingChanged>

/** Rows that decide on an item. */
const decisions = (rows: readonly SheetRow[]) =>
  rows.flatMap(({ code, draft, lastVersion }) => (draft ? { code, draft, lastVersion } : []))

async function laddersToChange(tx: Tx, value: ItemLadders | null): Promise<State['ladders']> {
  if (!value) return null
  permitFor(tx, settingOf('itemLadders').permit)
  // That every item is known needs no asking: a row without one is refused.
  const state = await settingState(
    tx,
    'itemLadders',
    valueFaults('itemLadders', value, () => []),
  )
  return { value, state }
}

/** Takes in a sheet of items and of their ladders, which are a rule of their own: whole or not at all, and only as its report said (ADR 0027). */
export const takeSheet = command<typeof itemKeepingRoutes.take, State, Decided>({
  route: itemKeepingRoutes.take,
  permit: 'catalogue.change',
  async load(tx, _permit, { body: { csv } }) {
    const catalogue = await loadCatalogue(tx)
    const { version: laddersVersion, value: present } = await lastDecision(tx, 'itemLadders')
    const rows = readSheet(csv, catalogue, present)
    const ladders = await laddersToChange(tx, laddersWanted(rows, present))
    return { catalogue, rows, eventIds: rows.map(() => uuidV7(tx.now)), laddersVersion, ladders }
  },
  decide({ catalogue, rows, eventIds, laddersVersion, ladders }, { body }, now) {
    const { refused } = countRows(rows)
    if (refused > 0) return refuse('catalogue.sheet-refused', { refused })
    if (body.seen !== catalogue.seen || body.seenLadders !== laddersVersion)
      return refuse('catalogue.sheet-outdated')
    const from = effectiveFrom(body.effectiveFrom, now)
    if (isRefusal(from)) return from
    const items = decisions(rows).map(({ code, lastVersion }, index) =>
      itemDecided(eventIds[index] ?? '', {
        ...{ code, version: lastVersion + 1, effectiveFrom: from, ended: false },
      }),
    )
    if (!ladders) return items
    const wanted = { seenVersion: laddersVersion, effectiveFrom: from, value: ladders.value }
    const changed = decideChange(ladders.state, wanted, now)
    return isRefusal(changed) ? changed : [...items, ...changed]
  },
  async save(tx, { catalogue, rows, ladders }, events) {
    const items = events.flatMap(({ payload }) => ('code' in payload ? payload : []))
    const added = decisions(rows).map(({ draft }, index): ItemDecision => {
      const major = must(catalogue.majors.get(draft.major), { refusal: 'server.fault' })
      const names = { origin: 'district' as const, majorName: major.zh, majorNameEn: major.en }
      return { ...draft, ...names, ...must(items[index], { refusal: 'server.fault' }) }
    })
    ensure((await addDecisions(tx, added)) === added.length, { refusal: 'catalogue.sheet-outdated' })
    const change = events.find(isChange)
    if (ladders && change) await keepChange(tx, 'itemLadders', change, ladders)
    const { refused: _, ...counts } = countRows(rows)
    return counts
  },
  answer: (_tx, { added, changed, same, ladders }) => ({
    ...{ added: Number(added), changed: Number(changed), same: Number(same), ladders: Number(ladders) },
  }),
})

const isChange = (event: Decided): event is NewEvent<SettingChanged> => 'name' in event.payload
