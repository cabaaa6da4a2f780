import type { Role } from '@lianxin/contract'
import type { NewItem } from '../../src/modules/catalogue/index.ts'
import type { NewHolding, NewPost, NewUnit } from '../../src/modules/org/store.ts'
import type { NewArea, NewPlace } from '../../src/modules/place/store.ts'

/** A town for scenarios: two subdistricts, three communities side by side, two grids, and who works there. */
const id = (kind: number, serial: number) =>
  `0000000${kind}-0000-7000-8000-${String(serial).padStart(12, '0')}`

export const DISTRICT = '210105'
export const COMMUNITIES = ['210105001001', '210105001002', '210105002001'] as const
export const GRIDS = [`${COMMUNITIES[0]}001`, `${COMMUNITIES[0]}002`] as const
/** Degrees. The whole town; communities are thirds of it from west to east, grids halves of the first. */
export const BOX = { west: 123.4, south: 41.8, east: 123.46, north: 41.83 }
const WIDTH = (BOX.east - BOX.west) / 3

/** A point inside: of the first community's first grid unless said otherwise. */
export const pointIn = (community: 0 | 1 | 2 = 0, grid: 0 | 1 = 0) => ({
  lon: BOX.west + WIDTH * (community + 0.5),
  lat: grid === 0 ? 41.805 : 41.825,
  crs: 'CGCS2000' as const,
})

export const PLACES: readonly NewPlace[] = [
  { code: '21', level: 'province', name: '辽宁省', parentCode: null },
  { code: '2101', level: 'city', name: '沈阳市', parentCode: '21' },
  { code: DISTRICT, level: 'district', name: '皇姑区', parentCode: '2101' },
  { code: '210105001', level: 'subdistrict', name: '甲街道', parentCode: DISTRICT },
  { code: '210105002', level: 'subdistrict', name: '乙街道', parentCode: DISTRICT },
  ...COMMUNITIES.map((code, index) => ({
    code,
    level: 'community',
    name: `${['东', '中', '西'][index]}社区`,
    nameEn: `${['East', 'Middle', 'West'][index]} Community`,
    parentCode: code.slice(0, 9),
  })),
  ...GRIDS.map((code) => ({
    code,
    level: 'grid',
    name: `网格${code.slice(-3)}`,
    nameEn: `Grid ${Number(code.slice(-3))}`,
    parentCode: COMMUNITIES[0],
  })),
]

const area = (code: string, west: number, south: number, east: number, north: number): NewArea => ({
  code,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  },
  lon: (west + east) / 2,
  lat: (south + north) / 2,
  households: 300,
  synthetic: true,
})
const { west, south, east, north } = BOX
export const AREAS: readonly NewArea[] = [
  area(DISTRICT, west, south, east, north),
  ...COMMUNITIES.map((code, index) =>
    area(code, west + WIDTH * index, south, west + WIDTH * (index + 1), north),
  ),
  area(GRIDS[0], west, south, west + WIDTH, 41.815),
  area(GRIDS[1], west, 41.815, west + WIDTH, north),
]

const UNIT_ROWS = [
  ['centre', 'commandCentre', DISTRICT, '区指挥中心', 'District command centre'],
  ['housing', 'department', DISTRICT, '住建局', 'Housing'],
  ['heating', 'department', DISTRICT, '供热公司', 'Heating'],
  ['parks', 'department', DISTRICT, '无人的园林局', 'Parks, where nobody works'],
  ['sub1', 'subdistrict', '210105001', '甲街道', 'Subdistrict one'],
  ['sub2', 'subdistrict', '210105002', '乙街道', 'Subdistrict two'],
  ['com1', 'community', COMMUNITIES[0], '东社区', 'Community one'],
  ['com2', 'community', COMMUNITIES[1], '中社区', 'Community two'],
  ['com3', 'community', COMMUNITIES[2], '无人的西社区', 'Community three, where nobody works'],
  ['mediation1', 'mediationCommittee', COMMUNITIES[0], '东社区调解委员会', 'Mediation committee one'],
  ['gate', 'gateOffice', DISTRICT, '减负准入办', 'Burden gate office'],
] as const
export type UnitName = (typeof UNIT_ROWS)[number][0]
export const unitId = (name: UnitName) => id(1, UNIT_ROWS.findIndex(([one]) => one === name) + 1)

export const UNITS: readonly NewUnit[] = UNIT_ROWS.map(([code, kind, placeCode, name, nameEn]) => ({
  ...{ id: unitId(code), code, kind, placeCode, name, nameEn },
  parentId:
    code === 'centre'
      ? null
      : code === 'mediation1'
        ? unitId('com1')
        : kind === 'community'
          ? unitId(placeCode.startsWith('210105001') ? 'sub1' : 'sub2')
          : unitId('centre'),
  hours: code === 'heating' ? 'always' : 'office',
}))

const POST_ROWS = [
  ['dutyOfficer', 'dutyOfficer', 'centre', DISTRICT],
  ['dispatcher', 'dispatcher', 'centre', DISTRICT],
  ['dispatcher2', 'dispatcher', 'centre', DISTRICT],
  ['verifier', 'verifier', 'centre', DISTRICT],
  ['auditor', 'auditor', 'centre', DISTRICT],
  ['housing1', 'handler', 'housing', DISTRICT],
  ['housingLead', 'departmentLead', 'housing', DISTRICT],
  ['heating1', 'handler', 'heating', DISTRICT],
  ['sub1Dispatcher', 'subdistrictDispatcher', 'sub1', '210105001'],
  ['sub1Verifier', 'verifier', 'sub1', '210105001'],
  ['sub2Dispatcher', 'subdistrictDispatcher', 'sub2', '210105002'],
  ['secretary1', 'communitySecretary', 'com1', COMMUNITIES[0]],
  ['worker1', 'communityWorker', 'com1', COMMUNITIES[0]],
  ['worker2', 'communityWorker', 'com1', COMMUNITIES[0]],
  ['grid1', 'gridWorker', 'com1', GRIDS[0]],
  ['secretary2', 'communitySecretary', 'com2', COMMUNITIES[1]],
  ['systemAdmin', 'systemAdmin', 'centre', DISTRICT],
  ['ruleKeeper', 'ruleKeeper', 'centre', DISTRICT],
  ['ruleKeeper2', 'ruleKeeper', 'centre', DISTRICT],
  ['gatekeeper', 'gatekeeper', 'gate', DISTRICT],
  ['mediator1', 'mediator', 'mediation1', COMMUNITIES[0]],
  ['mediator2', 'mediator', 'mediation1', COMMUNITIES[0]],
  ['mediator3', 'mediator', 'mediation1', COMMUNITIES[0]],
] as const satisfies readonly (readonly [string, Role, UnitName, string])[]
export type PersonName = (typeof POST_ROWS)[number][0]
export const PERSON_NAMES = POST_ROWS.map(([name]) => name)

const serialOf = (name: PersonName) => POST_ROWS.findIndex(([one]) => one === name) + 1
export const accountId = (name: PersonName) => id(3, serialOf(name))
export const postId = (name: PersonName) => id(2, serialOf(name))

export const POSTS: readonly NewPost[] = POST_ROWS.map(([name, role, unit, placeCode]) => ({
  ...{ id: postId(name), unitId: unitId(unit), role, placeCode },
  ...{ title: `岗位${name}`, titleEn: `Post ${name}` },
}))
export const HOLDINGS: readonly NewHolding[] = POST_ROWS.map(([name]) => ({
  ...{ id: id(4, serialOf(name)), postId: postId(name), accountId: accountId(name), holderName: `某${name}` },
}))

const item = (
  code: string,
  level: number,
  leadUnit: string,
  clockKind: NewItem['clockKind'],
  limit: number,
): NewItem => ({
  ...{ code, version: 1, name: `事项${code}`, nameEn: `Item ${code}`, major: 'all', majorName: '全部' },
  ...{ majorNameEn: 'All', keywords: [code], level, leadUnit, clockKind, limit, source: 'scenario' },
})
export const ITEMS: readonly NewItem[] = [
  item('stairs', 2, 'community', 'workingDay', 3),
  item('lamp', 4, 'housing', 'workingDay', 5),
  item('cold', 4, 'heating', 'urgentHour', 24),
  {
    ...item('lift', 3, 'sub1', 'workingDay', 2),
    kinds: ['request'],
    questions: [
      {
        code: 'trapped',
        text: { zh: '有人被困吗？', en: 'Is anybody trapped?' },
        required: true,
        choices: [
          { code: 'yes', text: { zh: '有', en: 'Yes' }, becomes: 'trapped' },
          { code: 'no', text: { zh: '没有', en: 'No' }, becomes: null },
        ],
      },
      { code: 'floor', text: { zh: '几楼？', en: 'Which floor?' }, required: false, choices: [] },
    ],
  },
  { ...item('trapped', 5, 'housing', 'urgentHour', 2), origin: 'district' },
]
