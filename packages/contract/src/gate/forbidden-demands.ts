import type { Bilingual } from '../schema.ts'

export type ForbiddenRule = {
  readonly code: string
  /** What may not be asked. */
  readonly name: Bilingual
  /** Why, and where it stands. */
  readonly rule: Bilingual
  /** Words that ask for it. */
  readonly words: RegExp
}

const APPS = {
  zh: '《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12 号）',
  en: 'State Council General Office letter 2026 No. 12 on government apps',
}

const rule = (
  code: string,
  words: RegExp,
  name: Bilingual,
  why: Bilingual,
  source: Bilingual = APPS,
): ForbiddenRule => ({
  code,
  name,
  words,
  rule: { zh: `${why.zh}依据：${source.zh}。`, en: `${why.en} Source: ${source.en}.` },
})

/**
 * What no demand may ask for, whoever agrees to it. The form builder has no kind of field for these (no file, no place, no
 * signature in time), and words that ask for them are refused with the rule.
 */
export const FORBIDDEN_DEMANDS: readonly ForbiddenRule[] = [
  rule(
    'checkIn',
    /打卡|签到|点名|check.?in|clock.?in/i,
    { zh: '打卡签到', en: 'Check-in' },
    { zh: '不得要求基层人员打卡、签到。', en: 'Workers may not be made to check in.' },
  ),
  rule(
    'onlineTime',
    /登[录陆](率|次数|人数|情况|时长)|在线(时长|时间|率)|(下载|安装|注册|激活|日活|月活|使用|覆盖)[率量]|学习(时长|积分)|log.?in (rate|count)|online time|install(ation)? rate/i,
    { zh: '登录率、安装率、在线时长', en: 'Login rates, installation rates, online time' },
    {
      zh: '不得统计登录率、安装率、在线时长。',
      en: 'Login rates, installation rates and online time may not be counted.',
    },
  ),
  rule(
    'ranking',
    /排名|排行|积分|评比|晒单|末位|得分(表|榜)|(点赞|转发|投票|关注)(数|量|率)|ranking|leader.?board|points/i,
    { zh: '人员排名、积分、点赞转发数', en: 'Rankings, points, likes' },
    {
      zh: '不得对人员排名、计分，不得统计点赞、转发、投票数。',
      en: 'People may not be ranked or scored; likes, forwards and votes may not be counted.',
    },
  ),
  rule(
    'photoProof',
    /照片|拍照|留痕|截图|合影|录像|视频|图片|影像|photo|picture|screenshot|video/i,
    { zh: '以照片、截图、视频证明做过', en: 'Photos, screenshots or videos as proof of work' },
    {
      zh: '不得以照片、截图、视频作为工作留痕。',
      en: 'Photos, screenshots and videos may not be demanded as proof of work.',
    },
  ),
  rule(
    'track',
    /轨迹|定位|巡查里程|步数|实时位置|经纬度|track(ing)?\b|\bgps\b|mileage/i,
    { zh: '人员轨迹和定位', en: 'Tracks and positions of people' },
    { zh: '不得采集人员轨迹、里程和实时位置。', en: 'Tracks, mileage and live positions are not collected.' },
  ),
  rule(
    'personList',
    /身份证|(姓名|电话|手机号?|住址|门牌)(清单|名单|列表|$)|(人员|居民|住户|老人|儿童|残疾人|党员)(名单|名册|花名册|台账)|花名册|identity (card|number)|list of (residents|people|names)/i,
    { zh: '居民个人信息名单', en: 'Lists of residents' },
    {
      zh: '报表不收居民个人信息；确有法定职责的，由主管部门在自己的系统里依法办理。',
      en: 'Forms take no residents’ personal data; a body with a statutory duty uses its own system.',
    },
    {
      zh: '《个人信息保护法》第六条、第三十四条',
      en: 'Personal Information Protection Law, articles 6 and 34',
    },
  ),
  rule(
    'keyPersons',
    /重点人员|信教|宗教信仰|民族成分|政治面貌|上访(人员|户|情况)|信访(人员|重点)|刑满释放|社区矫正人员|吸毒人员|精神(病|障碍)患者|艾滋|key person|religio|ethnic|petitioner/i,
    { zh: '“重点人员”、信仰、民族、上访等', en: '“Key persons”, faith, ethnicity, petitioning' },
    {
      zh: '社区不登记“重点人员”、信仰、民族、政治面貌和上访情况；法定机关有自己的系统。',
      en: 'Communities keep no register of “key persons”, faith, ethnicity, political view or petitioning; statutory bodies have systems of their own.',
    },
    {
      zh: '《个人信息保护法》第二十八条、第三十四条',
      en: 'Personal Information Protection Law, articles 28 and 34',
    },
  ),
]

const NEGATED = /(不得|不要求|不需要|不用|无需|无须|严禁|禁止|不|勿|免|no |not |without )\S{0,4}$/i

export type ForbiddenFinding = { readonly rule: ForbiddenRule; readonly found: string }

/** What a text asks for that may not be asked for. A text that rules it out (“无需拍照”) asks for nothing. */
export function forbiddenIn(text: string): readonly ForbiddenFinding[] {
  const plain = text.normalize('NFKC')
  return FORBIDDEN_DEMANDS.flatMap((one) => {
    const all = [...plain.matchAll(new RegExp(one.words, `${one.words.flags}g`))]
    const asked = all.find((match) => !NEGATED.test(plain.slice(0, match.index)))
    return asked ? [{ rule: one, found: asked[0] }] : []
  })
}
