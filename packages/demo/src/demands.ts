import type { DepartmentCode } from './organisation.ts'

/** A field of a demanded form: what it is called, and its kind when it is not a number. */
type DemandField = readonly [label: string, kind?: 'text' | 'yesNo']

/** How far a demand has come when the demonstration opens. */
export type DemandFate = 'submitted' | 'asking' | 'inForce' | 'returned' | 'refused'

/** Something that a department asked of communities before the demonstration was opened. */
export interface Demand {
  readonly name: string
  readonly department: DepartmentCode
  readonly kind: 'assignment' | 'form' | 'inspection' | 'assessment' | 'plaque' | 'certificate'
  readonly fate: DemandFate
  readonly title: string
  readonly purpose: string
  readonly basis: string
  readonly dutyCode: string | null
  readonly level: 'community' | 'grid'
  readonly minutes: number
  readonly frequency: 'once' | 'weekly' | 'monthly' | 'quarterly' | 'yearly'
  /** Days before the opening on which it was submitted. */
  readonly daysAgo: number
  readonly runsDays: number
  /** The codes of the subdistricts whose communities are asked; empty: all of the district. */
  readonly subdistricts: readonly string[]
  readonly fields: readonly DemandField[]
  /** The gatekeeper's words, where there are any. */
  readonly reason: string | null
  /** Every so many communities refuse; 0: none. */
  readonly refusedByEvery: number
}

const SANTAIZI = '210105001'

/** One demand of each kind of end: held already, taken on, refused by some, returned, refused, waiting. */
export const DEMANDS: readonly Demand[] = [
  {
    name: 'base',
    department: 'civilAffairs',
    kind: 'form',
    fate: 'inForce',
    title: '社区基本情况年报',
    purpose: '核对全区社区、网格和小区的基本数据。',
    basis: '《统计法》，民政事业统计调查制度',
    dutyCode: 'c.census',
    level: 'community',
    minutes: 0,
    frequency: 'yearly',
    daysAgo: 40,
    runsDays: 720,
    subdistricts: [],
    fields: [['网格数'], ['户数'], ['小区数'], ['网格员人数'], ['社区工作者人数']],
    reason: '五项都已有数据，社区不用填，直接提取。',
    refusedByEvery: 0,
  },
  {
    name: 'heating',
    department: 'heating',
    kind: 'assignment',
    fate: 'inForce',
    title: '供暖季入户告知注水时间',
    purpose: '供暖前把注水和试压的日期告诉每栋楼，留人在家。由供热站印发告知单。',
    basis: '地方城市供热管理规定',
    dutyCode: 'c.heating',
    level: 'grid',
    minutes: 30,
    frequency: 'monthly',
    daysAgo: 30,
    runsDays: 150,
    subdistricts: [],
    fields: [],
    reason: null,
    refusedByEvery: 0,
  },
  {
    name: 'meals',
    department: 'civilAffairs',
    kind: 'form',
    fate: 'inForce',
    title: '老年助餐点运行情况',
    purpose: '按月了解助餐点还缺什么，据此拨付补助。',
    basis: '《老年人权益保障法》，全区助餐服务工作方案',
    dutyCode: 'c.elderly',
    level: 'community',
    minutes: 6,
    frequency: 'monthly',
    daysAgo: 20,
    runsDays: 360,
    subdistricts: [SANTAIZI],
    fields: [
      ['社区名称', 'text'],
      ['助餐点座位数'],
      ['上月就餐人次'],
      ['助餐点还缺什么', 'text'],
      ['助餐点是否正常开放', 'yesNo'],
    ],
    reason: null,
    refusedByEvery: 0,
  },
  {
    name: 'shops',
    department: 'marketSupervision',
    kind: 'inspection',
    fate: 'asking',
    title: '协助检查沿街商户营业执照',
    purpose: '请社区带队逐户查看营业执照是否悬挂，登记未悬挂的商户。',
    basis: '全区市场主体规范工作部署',
    dutyCode: null,
    level: 'community',
    minutes: 240,
    frequency: 'quarterly',
    daysAgo: 3,
    runsDays: 360,
    subdistricts: [SANTAIZI],
    fields: [],
    reason: '职责清单上没有这一条，请社区自行决定是否协助。',
    refusedByEvery: 2,
  },
  {
    name: 'elders',
    department: 'civilAffairs',
    kind: 'form',
    fate: 'submitted',
    title: '社区养老服务底数统计表',
    purpose: '摸清养老服务设施和人员底数，编制明年的服务计划。',
    basis: '《老年人权益保障法》',
    dutyCode: 'c.elderly',
    level: 'community',
    minutes: 12,
    frequency: 'monthly',
    daysAgo: 1,
    runsDays: 360,
    subdistricts: [],
    fields: [
      ['社区名称', 'text'],
      ['所属街道', 'text'],
      ['网格总数'],
      ['总户数'],
      ['住宅小区数'],
      ['居民楼数'],
      ['高层住宅数'],
      ['专职网格员数'],
      ['社工人数'],
      ['有电梯的单元数'],
      ['活动室面积（平方米）'],
      ['志愿服务队数'],
    ],
    reason: null,
    refusedByEvery: 0,
  },
  {
    name: 'safety',
    department: 'urbanManagement',
    kind: 'assessment',
    fate: 'returned',
    title: '市容环境季度考核',
    purpose: '按季度对社区市容环境考核计分。',
    basis: '市容环境考核办法',
    dutyCode: null,
    level: 'community',
    minutes: 120,
    frequency: 'quarterly',
    daysAgo: 12,
    runsDays: 360,
    subdistricts: [SANTAIZI],
    fields: [],
    reason: '市容是本部门的职责，请改为由你局自查，社区只反馈居民意见。',
    refusedByEvery: 0,
  },
  {
    name: 'plaque',
    department: 'marketSupervision',
    kind: 'plaque',
    fate: 'refused',
    title: '食品安全示范社区挂牌',
    purpose: '在社区服务大厅悬挂“食品安全示范社区”标牌。',
    basis: '食品安全示范创建方案',
    dutyCode: null,
    level: 'community',
    minutes: 20,
    frequency: 'once',
    daysAgo: 15,
    runsDays: 360,
    subdistricts: [SANTAIZI],
    fields: [],
    reason: '社区不加挂部门工作牌子（厅字〔2022〕28 号）。',
    refusedByEvery: 0,
  },
]
