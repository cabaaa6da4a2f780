import { expect, test } from 'vitest'
import { nearestNegative } from './nearest-negative.ts'

const entry = (code: string, name: string, of: 'do' | 'notOurs' = 'notOurs') => ({
  code,
  class: of,
  name,
  nameEn: name,
  itemCodes: [],
  basis: '法',
  basisEn: 'law',
  note: '',
  noteEn: '',
})
const LIST = [
  entry('n.enforce', '检查商户营业执照和行政执法'),
  entry('n.invest', '招商引资和协税护税'),
  entry('c.shops', '检查沿街商户营业执照', 'do'),
]

test.each([
  ['协助检查沿街商户营业执照', 'n.enforce'],
  ['招商引资任务', 'n.invest'],
  ['老年助餐点运行情况', undefined],
  ['协助开展检查工作', undefined],
  ['', undefined],
])('“%s” comes near to %s', (title, code) => {
  expect(nearestNegative(title, LIST)?.code).toBe(code)
})
