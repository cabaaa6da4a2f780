import { MODEL_COMMUNITY_CODE } from './district-geometry.ts'
import type { Building } from './neighbourhood/model.ts'
import type { Random } from './random.ts'

/** How far a finding has come when the demonstration opens. */
export type FindingFate =
  | 'selfHandled'
  | 'found'
  | 'registered'
  | 'dispatched'
  | 'handling'
  | 'answered'
  | 'closed'

/** Something that the worker of a grid of the model community found before the demonstration was opened. */
export interface Finding {
  readonly words: string
  readonly itemCode: string
  readonly fate: FindingFate
  /** What was done about it, by the worker or by the unit. */
  readonly done: string
  readonly minutesAgo: number
  readonly gridCode: string
  readonly buildingId: string | null
}

type FindingRow = readonly [
  grid: string,
  itemCode: string,
  fate: FindingFate,
  days: number,
  words: string,
  done: string,
]

/** Days before the opening. Most of what is found is settled on the spot (assumption of the domain model). */
const ROWS: readonly FindingRow[] = [
  ['001', '01080', 'selfHandled', 3.2, '三楼拐角堆了两个旧柜子。', '和住户一起搬到楼下，当天清运。'],
  ['001', '01081', 'selfHandled', 2.9, '单元门口贴了开锁小广告。', '铲掉了，留了照片。'],
  ['001', '14087', 'selfHandled', 2.1, '二单元一楼声控灯不亮。', '换了灯泡，试过会亮。'],
  ['001', '05003', 'selfHandled', 1.2, '共享单车倒了一片，挡住盲道。', '扶起来摆齐了。'],
  ['001', '13083', 'closed', 4.6, '健身广场入口地砖松动，踩着晃。', '重新铺了六块砖，压实了。'],
  ['001', '13080', 'answered', 2.4, '楼后小路第二盏路灯不亮。', '换了灯头，已经亮了。'],
  ['001', '19080', 'answered', 1.6, '消防通道被两辆车堵住。', '联系车主挪走，补画了禁停线。'],
  ['001', '12084', 'handling', 1.1, '雨水箅子被落叶堵死，下雨就积水。', ''],
  ['001', '14085', 'registered', 0.2, '单元门关不上，锁舌断了。', ''],
  ['001', '01084', 'found', 0.9, '背阴处路面结冰，早上有人滑倒。', ''],
  ['001', '19081', 'found', 0.12, '一单元两个灭火器过期了。', ''],
  ['001', '15083', 'found', 0.05, '五楼老人两天没下楼，想去看看。', ''],
  ['002', '01083', 'selfHandled', 1.7, '花坛里有塑料袋和烟头。', '捡干净了。'],
  ['002', '02080', 'selfHandled', 0.6, '旧横幅掉下来一半。', '摘下来了。'],
  ['002', '13084', 'dispatched', 0.4, '路口护栏被撞歪，尖头朝外。', ''],
  ['002', '16084', 'found', 0.1, '楼前绿地围了一小块种葱。', ''],
]

const DAY_MINUTES = 1_440

/** Findings of the last days in the grids of the model community, oldest first. Their words are invented and name nobody. */
export function createFindings(buildings: readonly Building[], random: Random): readonly Finding[] {
  return ROWS.map(([grid, itemCode, fate, days, words, done]): Finding => {
    const gridCode = `${MODEL_COMMUNITY_CODE}${grid}`
    const near = buildings.filter((building) => building.gridCode === gridCode)
    const building = near.length > 0 && random.int(0, 2) > 0 ? random.pick(near) : undefined
    return {
      words,
      itemCode,
      fate,
      done,
      minutesAgo: Math.round(days * DAY_MINUTES) + random.int(0, 20),
      gridCode,
      buildingId: building?.id ?? null,
    }
  }).sort((a, b) => b.minutesAgo - a.minutesAgo)
}
