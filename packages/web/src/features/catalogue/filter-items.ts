import type { KeptItem } from '@lianxin/contract/catalogue/item-keeping-routes'

export interface ItemFilter {
  readonly words: string
  readonly origin: 'all' | 'province' | 'district'
  readonly state: 'all' | 'inForce' | 'planned' | 'ended'
}

/** What an item says now, or will say, or last said. */
export const shownVersion = ({ present, planned }: KeptItem) => present ?? planned

const isIn = (item: KeptItem, state: ItemFilter['state']): boolean => {
  if (state === 'planned') return item.planned !== null
  if (state === 'inForce') return item.present?.ended === false
  return state === 'all' || item.present?.ended === true
}

/** Items that fit: every word in code, names, keywords or lead unit. */
export function filterItems(
  items: readonly KeptItem[],
  { words, origin, state }: ItemFilter,
): readonly KeptItem[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return items.filter((item) => {
    const version = shownVersion(item)
    if (!version || (origin !== 'all' && item.origin !== origin) || !isIn(item, state)) return false
    const { name, nameEn, plain, plainEn, keywords, leadUnit } = version
    const text = [item.code, name, nameEn, plain, plainEn, ...keywords, leadUnit].join(' ').toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
