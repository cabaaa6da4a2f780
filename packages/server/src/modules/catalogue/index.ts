import type { Module } from '../../kernel/module.ts'
import { listItems } from './queries/list-items.ts'

export type { Item, NewItem } from './item.ts'
export { findItem, itemsInForce } from './queries/look-up-items.ts'
export { addItems } from './store.ts'

/** The item catalogue: what can be raised, who handles it and by when. */
export const catalogue: Module = { name: 'catalogue', queries: [listItems] }
