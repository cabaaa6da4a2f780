import type { ItemVersion, KeptItem } from '@lianxin/contract/catalogue/item-keeping-routes'
import { expect, test } from 'vitest'
import { filterItems } from './filter-items.ts'

const version = (more: Partial<ItemVersion> = {}): ItemVersion => ({
  ...{ version: 1, effectiveFrom: 0, ended: false, decidedBy: null },
  ...{ name: '路灯不亮', nameEn: 'Street light', plain: '灯坏了', plainEn: 'The light is out', major: '13' },
  ...{ keywords: ['路灯'], kinds: ['request'], questions: [], level: 4, leadUnit: 'municipal' },
  ...{ clockKind: 'workingDay', limit: 5, source: 'x', ...more },
})
const item = (code: string, more: Partial<KeptItem> = {}): KeptItem => ({
  ...{ code, origin: 'province', present: version(), planned: null, latestVersion: 1, openMatters: 0 },
  ...more,
})
const items = [
  item('13080'),
  item('13500', {
    origin: 'district',
    present: version({ name: '长椅', plain: '椅子', keywords: ['长椅'] }),
  }),
  item('13501', { origin: 'district', present: version({ ended: true }) }),
  item('13502', { origin: 'district', present: null, planned: version() }),
]
const all = { words: '', origin: 'all', state: 'all' } as const

test.each([
  ['everything', {}, ['13080', '13500', '13501', '13502']],
  ['the district’s own', { origin: 'district' }, ['13500', '13501', '13502']],
  ['what is in force', { state: 'inForce' }, ['13080', '13500']],
  ['what is planned', { state: 'planned' }, ['13502']],
  ['what has ended', { state: 'ended' }, ['13501']],
  ['words in any order, in names, keywords or the unit', { words: 'MUNICIPAL 椅' }, ['13500']],
  ['a code', { words: '1308' }, ['13080']],
] as const)('finds %s', (_what, filter, codes) => {
  expect(filterItems(items, { ...all, ...filter }).map(({ code }) => code)).toEqual(codes)
})
