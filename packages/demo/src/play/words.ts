import type { CatalogueItem } from '../catalogue-item.ts'
import type { Random } from '../random.ts'

const OPENINGS = ['您好，', '麻烦看一下，', '', '跟社区说一声：', '又来麻烦你们了，']
const WHERE = ['我们单元', '楼后边', '小区东门', '这边楼道', '楼前小路', '三号楼这头', '健身广场旁边']
const SINCE = ['两天了', '从昨天开始', '一个星期了', '今天早上发现的', '好几天没人管']
const CHINESE = /\p{Script=Han}/u
const ENDINGS = ['，家里有老人。', '，孩子上学要走这儿。', '，麻烦来看看。', '。', '，希望尽快处理。']

/** What a resident might write about it: invented, and names nobody. */
export function residentWords(item: CatalogueItem, random: Random): string {
  const trouble = random.pick(item.keywords.filter((word) => CHINESE.test(word)))
  return `${random.pick(OPENINGS)}${random.pick(WHERE)}${trouble}，${random.pick(SINCE)}${random.pick(ENDINGS)}`
}

export const PROGRESS = [
  '已到现场看过，正在调配材料。',
  '已与居民约好上门时间。',
  '正在施工，请注意绕行。',
] as const
export const RESULTS = [
  '已处理，现场复查正常。',
  '已修好，居民在场确认。',
  '已清理并恢复原状，安排了后续巡查。',
  '已上门办理，向居民说明了情况。',
] as const
export const RETURNED = '经核实不属于本单位职责，请重新派遣。'
export const FAILED = '现场查看没有办好，请继续处理。'
export const NOT_SOLVED = ['过了一晚又坏了。', '只来看了看，没有修好。', '还是老样子。'] as const
