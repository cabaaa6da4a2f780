import { expect, test } from 'vitest'
import { FORBIDDEN_DEMANDS, forbiddenIn } from './forbidden-demands.ts'

const codes = (text: string) => forbiddenIn(text).map(({ rule }) => rule.code)

test.each([
  ['网格员每日打卡', 'checkIn'],
  ['学习平台登录率', 'onlineTime'],
  ['APP 安装率', 'onlineTime'],
  ['网格员积分排名', 'ranking'],
  ['公众号点赞数', 'ranking'],
  ['现场照片不少于三张', 'photoProof'],
  ['screenshots of the visit', 'photoProof'],
  ['巡查轨迹', 'track'],
  ['独居老人名单', 'personList'],
  ['残疾人花名册', 'personList'],
  ['重点人员数', 'keyPersons'],
  ['信教人数', 'keyPersons'],
])('“%s” is refused as %s', (text, code) => {
  expect(codes(text)).toContain(code)
})

test.each([
  '需要助餐的人数',
  '无需拍照，不要求打卡',
  '不得以照片留痕',
  '安装扶手的户数',
  '楼道照明完好的单元数',
])('“%s” asks for nothing that is forbidden', (text) => {
  expect(codes(text)).toEqual([])
})

test('every rule says in both languages what it is and where it stands', () => {
  for (const { name, rule } of FORBIDDEN_DEMANDS) {
    expect(name.zh && name.en).toBeTruthy()
    expect(rule.zh).toMatch(/依据：《.+》/)
    expect(rule.en).toContain('Source:')
  }
})
