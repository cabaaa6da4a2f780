import type { Random } from './random.ts'

const SURNAMES = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗方俞任袁柳',
]
const GIVEN = [
  ...'安平和宁清文心明远志成思源知行乐山岚松竹梅禾田雨晴星辰朗润泽诚信惠民春秋夏冬佳音书墨石玉川海洋舟航',
]

/**
 * An invented person, marked as such in the name itself (演示 is “demonstration”): no list of staff of a real district
 * can be mistaken for this one, nor the other way round.
 */
export function inventName(random: Random): string {
  const given = random.pick(GIVEN) + (random.next() < 0.7 ? random.pick(GIVEN) : '')
  return `演示·${random.pick(SURNAMES)}${given}`
}
