import type { Bilingual } from '../schema.ts'

/** The columns of a spreadsheet of items. A head is known by either language or both. */
export const ITEM_COLUMNS = {
  code: { zh: '编号', en: 'Code' },
  origin: { zh: '来源', en: 'Origin' },
  name: { zh: '名称', en: 'Name' },
  nameEn: { zh: '英文名称', en: 'English name' },
  plain: { zh: '居民叫法', en: 'What residents call it' },
  plainEn: { zh: '居民叫法（英文）', en: 'The same in English' },
  major: { zh: '大类', en: 'Group' },
  keywords: { zh: '关键词', en: 'Keywords' },
  kinds: { zh: '适用类型', en: 'Kinds of matter' },
  level: { zh: '级别', en: 'Level' },
  leadUnit: { zh: '主办单位', en: 'Lead unit' },
  limit: { zh: '时限', en: 'Limit' },
  clockKind: { zh: '计时方式', en: 'Counted in' },
  ladder: { zh: '升级步骤', en: 'Ladder' },
  source: { zh: '依据', en: 'Source' },
  questions: { zh: '提问', en: 'Questions' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type ItemColumn = keyof typeof ITEM_COLUMNS

/** Excel drops the zero in front of a code that is all digits. */
export const codeOf = (cell: string): string =>
  /^\d{4}$/.test(cell.trim()) ? `0${cell.trim()}` : cell.trim()
