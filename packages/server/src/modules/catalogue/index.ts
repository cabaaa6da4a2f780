import type { Module } from '../../kernel/module.ts'
import { decideItem } from './commands/decide-item.ts'
import { endItem, type OpenMattersOf } from './commands/end-item.ts'
import { takeSheet } from './commands/take-sheet.ts'
import { checkSheet } from './queries/check-sheet.ts'
import { exportItems, itemHistory, keptItems } from './queries/keep-items.ts'
import { listItems } from './queries/list-items.ts'

export type { Item, NewItem } from './item.ts'
export { findItem, itemCodes, itemsInForce } from './queries/look-up-items.ts'
export { addItems } from './store.ts'

/** The item catalogue: what can be raised, who handles it and by when. */
export const catalogue = (openMatters: OpenMattersOf): Module => ({
  name: 'catalogue',
  commands: [decideItem, endItem(openMatters), takeSheet],
  queries: [listItems, keptItems(openMatters), itemHistory, exportItems, checkSheet],
})
