import Type, { type Static } from 'typebox'
import { CodeWord, marked } from '../schema.ts'
import { CLIMB, type Climb, soonestFirst, unclimbable } from './ladder.ts'
import { closedObject, setting, titled } from './setting.ts'

const ItemRung = closedObject({
  item: titled(
    marked(marked(CodeWord, 'x-input', 'item'), 'x-expected', {
      zh: '事项目录里的编号，例如 05001',
      en: 'the code of an item of the catalogue, e.g. 05001',
    }),
    '事项',
    'Item',
  ),
  ...CLIMB,
})
/** Of all items together. */
export const MOST_ITEM_RUNGS = 900
export const ItemLadders = Type.Array(ItemRung, { maxItems: MOST_ITEM_RUNGS })
export type ItemLadders = Static<typeof ItemLadders>

/** The rungs that an item has of its own, soonest first; none: it climbs by its level. */
export const ownRungs = (ladders: ItemLadders, itemCode: string): readonly Climb[] =>
  soonestFirst(ladders.filter(({ item }) => item === itemCode))

/** The ladders of all items, with these rungs for this one. */
export const withRungs = (ladders: ItemLadders, itemCode: string, rungs: readonly Climb[]): ItemLadders => [
  ...ladders.filter(({ item }) => item !== itemCode),
  ...rungs.map(({ afterPercent, to }) => ({ item: itemCode, afterPercent, to })),
]

/**
 * Beside the catalogue and not within it: the provincial base is never edited, and who is told in this district is the
 * district's to decide for those items too.
 */
export const itemLadders = setting({
  title: { zh: '事项单独的升级', en: 'Ladders of single items' },
  explanation: {
    zh: '个别事项不按级别、按自己的步骤升级，省级事项也可以。没有列出的事项按“超时升级”里本级别的步骤。',
    en: 'Items that climb by rungs of their own instead of those of their level; provincial ones too. Items that are not listed climb as their level says.',
  },
  schema: ItemLadders,
  initial: [],
  permit: 'setting.change',
  reaches: 'kept',
  faults: (rungs) => unclimbable(rungs, (one, other) => one.item === other.item),
  items: (rungs) => rungs.map(({ item }, index) => ({ field: `${index}.item`, code: item })),
})
