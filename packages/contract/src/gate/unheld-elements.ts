import { type DataElement, element } from './data-element.ts'

const people = { personal: 'count' } as const
const resident = { kind: 'text', personal: 'resident' } as const

/** Elements that no register holds yet; those about one resident are here so that a form that asks for them is seen. */
export const UNHELD_ELEMENTS: readonly DataElement[] = [
  element(
    'residents.count',
    ['常住人口数', 'Residents'],
    ['居住半年以上的人数', 'Living there for half a year or more'],
    null,
    ['人口数', '居民人数', '常住人口', '总人口', '人口总数'],
    people,
  ),
  element(
    'residents.aged60',
    ['60 岁以上人数', 'People of 60 and over'],
    ['年满 60 周岁', 'Aged 60 or more'],
    null,
    ['老年人口数', '60周岁以上老人数', '老年人数', '老人数'],
    people,
  ),
  element(
    'residents.aged80',
    ['80 岁以上人数', 'People of 80 and over'],
    ['年满 80 周岁', 'Aged 80 or more'],
    null,
    ['高龄老人数', '80周岁以上老人数'],
    people,
  ),
  element(
    'residents.alone',
    ['独居老人数', 'Elders living alone'],
    ['登记了服务需要的独居老人', 'With a registered need of service'],
    null,
    ['独居老年人数', '空巢老人数'],
    people,
  ),
  element(
    'residents.disabled',
    ['残疾人数', 'People with a disability'],
    ['持证残疾人', 'With a certificate'],
    null,
    ['持证残疾人数'],
    people,
  ),
  element(
    'residents.minimumIncome',
    ['低保户数', 'Households on minimum income'],
    ['享受最低生活保障的家庭', 'Receiving the subsistence allowance'],
    null,
    ['低保家庭数', '低保户'],
    people,
  ),
  element(
    'residents.under14',
    ['14 岁以下人数', 'Children under 14'],
    ['不满 14 周岁', 'Under 14'],
    null,
    ['儿童数', '儿童人数', '未成年人数'],
    people,
  ),
  element(
    'resident.name',
    ['居民姓名', 'Name of a resident'],
    ['某位居民的姓名', 'Of one resident'],
    null,
    ['姓名', '户主姓名', '本人姓名', '户主'],
    resident,
  ),
  element(
    'resident.idNumber',
    ['身份证号', 'Identity number'],
    ['某位居民的身份证号', 'Of one resident'],
    null,
    ['身份证号码', '公民身份号码', '证件号码'],
    resident,
  ),
  element(
    'resident.phone',
    ['居民电话', 'Telephone of a resident'],
    ['某位居民的电话', 'Of one resident'],
    null,
    ['联系电话', '手机号', '手机号码', '电话'],
    resident,
  ),
  element(
    'resident.address',
    ['家庭住址', 'Home address'],
    ['某位居民的住址', 'Of one resident'],
    null,
    ['住址', '详细住址', '居住地址'],
    resident,
  ),
]
