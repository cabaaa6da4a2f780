import { expect, test } from 'vitest'
import { DATA_ELEMENTS } from './data-elements.ts'
import { leastMinutes, matchField, overlapOf, plainLabel, questionOf } from './field-overlap.ts'

const field = (label: string, elementCode: string | null = null) => ({ label, elementCode })

test.each([
  ['网格数', 'community.grids', 'name'],
  ['本社区网格总数（个）', 'community.grids', 'name'],
  [' 网格 数量：', 'community.grids', 'name'],
  ['划分网格数', 'community.grids', 'synonym'],
  ['辖区户数', 'community.households', 'name'],
  ['居民户数', 'community.households', 'synonym'],
  ['居民人数', 'residents.count', 'synonym'],
  ['６０岁以上人数', 'residents.aged60', 'name'],
  ['Number of grids', 'community.grids', 'name'],
  ['书记姓名', 'community.secretary', 'synonym'],
  ['户主姓名', 'resident.name', 'synonym'],
] as const)('“%s” asks for %s, seen by its %s', (label, code, reason) => {
  expect(matchField(field(label))).toMatchObject({ element: { code }, reason })
})

test('a chosen code goes before whatever the label says', () => {
  expect(matchField(field('随便什么', 'community.grids'))).toMatchObject({ reason: 'code' })
  expect(matchField(field('网格数', 'no.such'))).toMatchObject({ reason: 'name' })
  expect(matchField(field('电动车充电桩数'))).toBeNull()
  expect(matchField(field('数量'))).toBeNull()
})

test('no two elements are known by the same name: the answer never depends on their order', () => {
  const seen = new Map<string, string>()
  for (const { code, name, synonyms } of DATA_ELEMENTS)
    for (const label of new Set([name.zh, name.en, ...synonyms].map(plainLabel))) {
      expect(seen.get(label) ?? code).toBe(code)
      seen.set(label, code)
    }
})

test('nine of twelve fields are held: three are asked, and the least is a minute for each and one for the rest', () => {
  const held = [
    '网格数',
    '户数',
    '小区数',
    '楼栋数',
    '高层楼栋数',
    '单元数',
    '住房套数',
    '网格员人数',
    '在办事件数',
  ]
  const overlap = overlapOf(
    [...held, '助餐点座位数', '志愿服务队数', '需要改造的厨房数'].map((label) => field(label)),
    [],
  )
  expect(overlap.filter(({ status }) => status === 'held')).toHaveLength(9)
  expect(leastMinutes(overlap)).toBe(4)
})

test('what another form asks is not asked again, also under another name', () => {
  const inForce = [{ requestId: 'r1', fields: [field('助餐点座位总数'), field('老年人数')] }]
  const overlap = overlapOf([field('助餐点座位数（个）'), field('60 岁以上人数'), field('厨房数')], inForce)
  expect(overlap.map(({ status, requestIds }) => [status, requestIds])).toEqual([
    ['asked', ['r1']],
    ['asked', ['r1']],
    ['unknown', []],
  ])
  expect(questionOf(field('老人数'))).toBe(questionOf(field('60岁以上人数')))
})
