import type { DepartmentCode } from './organisation.ts'
import { stableId } from './stable-id.ts'

/** urgentHour runs day and night; workingHour and workingDay by the unit's calendar; calendarDay every day. */
export type ClockKind = 'urgentHour' | 'workingHour' | 'workingDay' | 'calendarDay'

/**
 * Who can settle it: 1 the grid, 2 the community, 3 the subdistrict, 4 a department of the district; an emergency goes
 * to all of them at once.
 */
export type ItemLevel = 1 | 2 | 3 | 4 | 'emergency'

export interface CatalogueItem {
  readonly id: string
  /** Major (2 digits) and minor (3 digits); minors from 080 are local extensions. */
  readonly code: string
  readonly name: string
  readonly nameEn: string
  /** How residents say it: keywords for suggestions. */
  readonly plainWords: readonly string[]
  readonly major: string
  readonly majorName: string
  readonly majorNameEn: string
  readonly level: ItemLevel
  /** A department, or the community or subdistrict office of the place. */
  readonly leadUnitCode: DepartmentCode | 'community' | 'subdistrict'
  readonly clockKind: ClockKind
  readonly limit: number
  /** Where level and limit come from, in words. */
  readonly source: string
}

const MAJORS = {
  '01': ['市容环境', 'Streets and cleanliness'],
  '11': ['供热', 'Heating'],
  '12': ['供水排水', 'Water and drains'],
  '13': ['市政设施', 'Roads and lights'],
  '14': ['房屋物业', 'Housing and property'],
  '15': ['民生服务', 'Welfare'],
  '16': ['邻里秩序', 'Neighbours'],
} as const

type Major = keyof typeof MAJORS

const CITY_TABLE = '数字城管事件立案、处置、结案标准（城市 A 类时限），各地可另定'
const UTILITY_24H = '北京市 DB11/T 2021—2022（征求意见稿）：水、电、气、热 24 小时'
const EMERGENCY_2H = '北京市 DB11/T 2021—2022（征求意见稿）：危及生命财产的应急事项 2 小时'
const ORDINARY_7D = '北京市 DB11/T 2021—2022（征求意见稿）：一般事项 7 日'
const COMPLEX_15D = '北京市 DB11/T 2021—2022（征求意见稿）：复杂事项 15 日'
const COMMUNITY_3D = '网格事项分级的通行做法：社区级 3 日'
const SUBDISTRICT_7D = '网格事项分级的通行做法：街道级 7 日'
const REPLY_5WD = '济南、潍坊 12345 条例：5 个工作日内答复'

type Row = readonly [
  minor: string,
  name: string,
  nameEn: string,
  plainWords: string,
  level: ItemLevel,
  lead: CatalogueItem['leadUnitCode'],
  clockKind: ClockKind,
  limit: number,
  source: string,
]

const ROWS: Readonly<Record<Major, readonly Row[]>> = {
  '01': [
    [
      '001',
      '私搭乱建',
      'Illegal construction',
      '违建 私建 搭棚 加盖 彩钢房 占道搭建',
      4,
      'urbanManagement',
      'workingDay',
      20,
      `${CITY_TABLE}：拆除 20 个工作日`,
    ],
    [
      '002',
      '暴露垃圾',
      'Exposed garbage',
      '垃圾 没人收 臭 垃圾桶满了 乱扔 生活垃圾',
      3,
      'subdistrict',
      'workingHour',
      4,
      `${CITY_TABLE}：4 个工作时`,
    ],
    [
      '003',
      '积存渣土',
      'Piled construction waste',
      '建筑垃圾 渣土 装修垃圾 砖头 堆料',
      4,
      'urbanManagement',
      'workingDay',
      2,
      `${CITY_TABLE}：成堆渣土 2 个工作日`,
    ],
    [
      '004',
      '道路积水',
      'Road ponding',
      '积水 水坑 下雨淹 路面有水 排不出去',
      4,
      'municipal',
      'workingHour',
      4,
      `${CITY_TABLE}：积水 4 个工作时`,
    ],
    [
      '006',
      '绿地养护',
      'Green upkeep',
      '树枯了 草坪 绿化 树枝 剪树 补种',
      4,
      'urbanManagement',
      'workingDay',
      5,
      `${CITY_TABLE}：5 个工作日`,
    ],
  ],
  '11': [
    [
      '080',
      '室温不达标',
      'Home too cold',
      '暖气不热 家里冷 温度不够 不到18度 供暖 屋里凉',
      4,
      'heating',
      'urgentHour',
      24,
      UTILITY_24H,
    ],
    [
      '081',
      '供热管线漏水',
      'Heating pipe leak',
      '暖气漏水 暖气管爆 地沟冒热气 漏热水 跑水',
      'emergency',
      'heating',
      'urgentHour',
      2,
      EMERGENCY_2H,
    ],
  ],
  '12': [
    [
      '080',
      '停水',
      'Water outage',
      '没水 停水 水压低 水龙头不出水 几天没水',
      4,
      'water',
      'urgentHour',
      24,
      UTILITY_24H,
    ],
    [
      '081',
      '水管爆裂',
      'Burst water main',
      '爆管 水管裂 路上冒水 喷水 自来水漏',
      'emergency',
      'water',
      'urgentHour',
      2,
      EMERGENCY_2H,
    ],
    [
      '082',
      '污水外溢',
      'Sewage overflow',
      '下水道堵 污水 反水 粪水 井口冒水 返味',
      4,
      'municipal',
      'urgentHour',
      24,
      `${UTILITY_24H}，排水参照`,
    ],
  ],
  '13': [
    [
      '080',
      '路灯不亮',
      'Street light out',
      '路灯 灯不亮 黑 晚上看不见 灯坏了',
      4,
      'municipal',
      'calendarDay',
      7,
      ORDINARY_7D,
    ],
    [
      '081',
      '路面坑洞',
      'Pothole',
      '坑 路坏了 路面破 塌陷 颠 修路',
      4,
      'municipal',
      'calendarDay',
      7,
      ORDINARY_7D,
    ],
    [
      '082',
      '井盖缺失',
      'Missing manhole cover',
      '井盖没了 井盖丢 井口敞着 掉下去 井盖坏',
      'emergency',
      'municipal',
      'urgentHour',
      2,
      EMERGENCY_2H,
    ],
  ],
  '14': [
    [
      '080',
      '电梯故障',
      'Lift fault',
      '电梯坏了 电梯停 困人 电梯异响 电梯不动',
      'emergency',
      'housing',
      'urgentHour',
      2,
      EMERGENCY_2H,
    ],
    [
      '081',
      '屋面漏雨与房屋维修',
      'Roof leak or housing repair',
      '漏雨 房顶漏 外墙掉皮 墙皮 渗水 维修基金',
      4,
      'housing',
      'calendarDay',
      15,
      COMPLEX_15D,
    ],
    [
      '082',
      '无物业小区管理',
      'Compound without manager',
      '没物业 弃管 物业跑了 没人管 没人扫楼道',
      3,
      'subdistrict',
      'calendarDay',
      7,
      SUBDISTRICT_7D,
    ],
  ],
  '15': [
    [
      '080',
      '养老服务咨询',
      'Elder care advice',
      '养老 老人没人照顾 日间照料 老年食堂 助餐 护理补贴',
      4,
      'civilAffairs',
      'workingDay',
      5,
      REPLY_5WD,
    ],
  ],
  '16': [
    [
      '080',
      '邻里噪声',
      'Noise',
      '吵 噪音 扰民 装修声 广场舞 半夜响 楼上太吵',
      2,
      'community',
      'calendarDay',
      3,
      COMMUNITY_3D,
    ],
  ],
}

/**
 * Eighteen matters that residents of a northern city raise most (heating, water, housing and street order lead the
 * 12345 figures of Fushun and Shenyang's season). Limits follow published practice and are settings of a district, not
 * law.
 */
export const CATALOGUE: readonly CatalogueItem[] = Object.entries(ROWS).flatMap(([major, rows]) =>
  rows.map((row) => itemOf(major, row)),
)

function itemOf(major: string, row: Row): CatalogueItem {
  const [minor, name, nameEn, plainWords, level, leadUnitCode, clockKind, limit, source] = row
  const [majorName, majorNameEn] = MAJORS[major as Major]
  const code = `${major}${minor}`
  return {
    id: stableId('item', code),
    code,
    name,
    nameEn,
    plainWords: plainWords.split(' '),
    major,
    majorName,
    majorNameEn,
    level,
    leadUnitCode,
    clockKind,
    limit,
    source,
  }
}
