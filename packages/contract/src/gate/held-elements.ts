import { type DataElement, element } from './data-element.ts'

const PLACES = {
  where: { zh: '地点与楼栋登记', en: 'Register of places and buildings' },
  fresh: { zh: '随登记更新', en: 'As registered' },
}
const POSTS = {
  where: { zh: '单位与岗位登记', en: 'Register of units and posts' },
  fresh: { zh: '实时', en: 'Live' },
}
const FIGURES = {
  where: { zh: '事件统计', en: 'Figures of matters' },
  fresh: { zh: '实时', en: 'Live' },
}

const text = { kind: 'text' } as const
const people = { personal: 'count' } as const

/** Elements that the house holds: each is read by a holding of the module that owns the register. */
export const HELD_ELEMENTS: readonly DataElement[] = [
  element(
    'community.name',
    ['社区名称', 'Community name'],
    ['社区的法定名称', 'Its legal name'],
    PLACES,
    ['所属社区', '社区', '填报社区', '单位名称'],
    text,
  ),
  element(
    'community.code',
    ['社区代码', 'Community code'],
    ['12 位统计用区划代码', 'The 12-digit division code'],
    PLACES,
    ['区划代码', '统计用区划代码', '社区编码'],
    text,
  ),
  element(
    'community.subdistrict',
    ['所属街道', 'Subdistrict'],
    ['社区所在的街道', 'The subdistrict it lies in'],
    PLACES,
    ['街道', '街道名称', '所在街道'],
    text,
  ),
  element('community.grids', ['网格数', 'Number of grids'], ['在用网格的个数', 'Grids in force'], PLACES, [
    '网格个数',
    '网格总数',
    '划分网格数',
  ]),
  element(
    'community.households',
    ['户数', 'Households'],
    ['各网格户数之和', 'Sum over its grids'],
    PLACES,
    ['居民户数', '总户数', '家庭户数', '住户数', '辖区户数'],
    people,
  ),
  element(
    'community.compounds',
    ['小区数', 'Number of compounds'],
    ['登记的住宅小区', 'Residential compounds'],
    PLACES,
    ['住宅小区数', '居民小区数', '小区个数'],
  ),
  element(
    'community.compoundNames',
    ['小区名称', 'Names of compounds'],
    ['登记的住宅小区名称', 'Names of the residential compounds'],
    PLACES,
    ['小区名单', '住宅小区名称'],
    text,
  ),
  element(
    'community.buildings',
    ['楼栋数', 'Number of buildings'],
    ['登记的住宅楼', 'Residential buildings'],
    PLACES,
    ['楼栋总数', '住宅楼数', '居民楼数', '楼房数', '楼数'],
  ),
  element(
    'community.highRises',
    ['高层楼栋数', 'High-rise buildings'],
    ['十层及以上的住宅楼', 'Of ten floors or more'],
    PLACES,
    ['高层住宅数', '高层建筑数', '十层以上楼栋数'],
  ),
  element(
    'community.entrances',
    ['单元数', 'Number of entrances'],
    ['住宅楼的单元', 'Entrances of residential buildings'],
    PLACES,
    ['楼门数', '单元总数', '楼道数', '单元门数'],
  ),
  element('community.dwellings', ['住房套数', 'Dwellings'], ['登记的户室', 'Registered dwellings'], PLACES, [
    '户室数',
    '房屋套数',
    '住宅套数',
    '房屋总数',
  ]),
  element(
    'community.gridWorkers',
    ['网格员人数', 'Grid workers'],
    ['在岗的专职网格员', 'Grid workers in post'],
    POSTS,
    ['专职网格员数', '网格员数', '网格员数量'],
  ),
  element(
    'community.communityWorkers',
    ['社区工作者人数', 'Community workers'],
    ['在岗的社区工作者，不含网格员', 'In post, grid workers not counted'],
    POSTS,
    ['社区工作者数', '社工人数', '社区干部人数', '工作人员数', '工作人员人数'],
  ),
  element(
    'community.secretary',
    ['社区书记', 'Community secretary'],
    ['现任社区书记', 'Who holds the post'],
    POSTS,
    ['社区书记姓名', '书记姓名', '社区负责人', '负责人', '负责人姓名'],
    { kind: 'text', personal: 'staff' },
  ),
  element(
    'matters.open',
    ['未办结事件数', 'Open matters'],
    ['现在还没有办结的事件', 'Not closed now'],
    FIGURES,
    ['在办事件数', '未办结数', '在办诉求数'],
  ),
  element(
    'matters.registered',
    ['上月受理事件数', 'Matters registered last month'],
    ['上个自然月登记的事件', 'In the last calendar month'],
    FIGURES,
    ['受理事件数', '受理诉求数', '诉求总数', '诉求件数', '受理件数', '上报事件数'],
  ),
  element(
    'matters.closed',
    ['上月办结事件数', 'Matters closed last month'],
    ['上个自然月办结的事件', 'In the last calendar month'],
    FIGURES,
    ['办结事件数', '办结件数', '办结数', '办结诉求数'],
  ),
  element(
    'matters.onTime',
    ['上月按期办结数', 'Closed on time last month'],
    ['上个自然月按期办结的事件', 'In the last calendar month'],
    FIGURES,
    ['按期办结数', '按时办结数', '按期办结件数'],
  ),
  element(
    'matters.reopened',
    ['上月重新办理数', 'Reopened last month'],
    ['上个自然月重新办理的次数', 'In the last calendar month'],
    FIGURES,
    ['重办数', '返工数', '重新办理件数'],
  ),
]
