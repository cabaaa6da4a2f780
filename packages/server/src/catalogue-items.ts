import type { CatalogueItem } from '@lianxin/demo'
import type { Item } from './modules/catalogue/index.ts'

/** The database counts levels 1 to 5; the fifth is the emergency. */
const EMERGENCY_LEVEL = 5

/** The packaged catalogue as the first versions of items. */
export const catalogueItems = (items: readonly CatalogueItem[]): readonly Item[] =>
  items.map((item) => ({
    ...item,
    version: 1,
    level: item.level === 'emergency' ? EMERGENCY_LEVEL : item.level,
    leadUnit: item.leadUnitCode,
  }))
