import { MINUTE_MS, monthOf, monthSpan } from '@lianxin/contract'
import type { DemoDistrict } from './demo-district.ts'
import { MODEL_COMMUNITY_CODE } from './district-geometry.ts'
import { EARLIER_ROWS } from './earlier-rows.ts'
import type { Finding } from './findings.ts'
import { createMatters } from './matters.ts'
import { createRandom, type Random } from './random.ts'

/** What the item of the year's findings is: blocked gullies, which keep coming back in one grid of the model community. */
const ITEM = '12084'
const WORDS = [
  ['雨水箅子被落叶堵住，路边积水。', '清了落叶，试过水下得去。'],
  ['箅子里塞了塑料袋，水漫到路上。', '掏出来装袋带走了，水退了。'],
  ['箅子被泥沙糊住半边。', '铲了泥沙，冲洗干净。'],
] as const
/** What grid workers settle on the spot, week in, week out. */
const SMALL_THINGS = [
  ['01080', '楼道拐角堆了旧家具。', '和住户一起搬走了。'],
  ['01081', '单元门上贴了开锁小广告。', '铲掉了。'],
  ['14087', '二楼声控灯不亮。', '换了灯泡，试过会亮。'],
  ['05003', '共享单车倒了一片，挡住盲道。', '扶起来摆齐了。'],
  ['01083', '花坛里有塑料袋和烟头。', '捡干净了。'],
  ['02080', '旧横幅掉下来一半。', '摘下来了。'],
] as const
const SMALL_COUNT = 24
const SMALL_DAYS = 27
/** How many gullies a month of the year before brings: here and in the rest of the district. */
const EACH_MONTH = { here: 1, elsewhere: 2 }
/** And the last whole month, which root-cause topics are looked for in. */
const LAST_MONTH = { here: 9, elsewhere: 3 }
const MONTHS = 13

/**
 * What happened before the last weeks, so that a month can be compared with its year and rates have enough behind them: answers
 * that residents judged, and what grid workers settled on the spot. Invented, and the same for the same district and day.
 * @param now Unix milliseconds of the opening
 */
export function earlierLife(demo: DemoDistrict, now: number): Pick<DemoDistrict, 'matters' | 'findings'> {
  const random = createRandom(demo.seed).fork('earlier')
  return {
    matters: createMatters(demo.places, [], random.fork('matters'), EARLIER_ROWS),
    findings: [
      ...yearOfFindings(demo, now, random.fork('findings')),
      ...smallThings(demo, random.fork('small')),
    ],
  }
}

const gridsOf = ({ places }: DemoDistrict) =>
  places.filter(({ level }) => level === 'grid').map(({ code }) => code)

const settled = (
  itemCode: string,
  words: string,
  done: string,
): Pick<Finding, 'itemCode' | 'words' | 'done' | 'fate' | 'buildingId'> => ({
  ...{ itemCode, words, done, fate: 'selfHandled', buildingId: null },
})

function smallThings(demo: DemoDistrict, random: Random): readonly Finding[] {
  const grids = gridsOf(demo)
  return Array.from({ length: SMALL_COUNT }, () => {
    const [itemCode, words, done] = random.pick(SMALL_THINGS)
    return {
      ...settled(itemCode, words, done),
      minutesAgo: random.int(1_440, SMALL_DAYS * 1_440),
      gridCode: random.pick(grids),
    }
  })
}

function yearOfFindings(demo: DemoDistrict, now: number, random: Random): readonly Finding[] {
  const grids = gridsOf(demo)
  const elsewhere = grids.filter((code) => !code.startsWith(MODEL_COMMUNITY_CODE))
  const found: Finding[] = []
  let [until] = monthSpan(monthOf(now))
  for (let month = 1; month <= MONTHS; month += 1) {
    const [from] = monthSpan(monthOf(until - 1))
    const counts = month === 1 ? LAST_MONTH : EACH_MONTH
    for (let index = 0; index < counts.here + counts.elsewhere; index += 1) {
      const here = index < counts.here
      const [words, done] = random.pick(WORDS)
      found.push({
        ...settled(ITEM, words, done),
        minutesAgo: Math.round((now - from - random.next() * (until - from)) / MINUTE_MS),
        gridCode: here ? `${MODEL_COMMUNITY_CODE}001` : random.pick(elsewhere),
      })
    }
    until = from
  }
  return found
}
