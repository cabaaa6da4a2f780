import type { Bilingual } from '../schema.ts'
import type { RoutingCondition, RoutingRule } from './routing-rule.ts'

/** What the codes of a rule are called; a code without a name is shown as it is. */
export type RoutingNames = {
  readonly item: (code: string) => Bilingual | undefined
  readonly major: (code: string) => Bilingual | undefined
  readonly place: (code: string) => Bilingual | undefined
  readonly unit: (code: string) => Bilingual | undefined
  readonly question: (code: string) => Bilingual | undefined
  readonly choice: (question: string, code: string) => Bilingual | undefined
}

export const WEEKDAY_WORDS: readonly Bilingual[] = [
  { zh: '周一', en: 'Monday' },
  { zh: '周二', en: 'Tuesday' },
  { zh: '周三', en: 'Wednesday' },
  { zh: '周四', en: 'Thursday' },
  { zh: '周五', en: 'Friday' },
  { zh: '周六', en: 'Saturday' },
  { zh: '周日', en: 'Sunday' },
]

export const DAY_KIND_WORDS = {
  workingDay: { zh: '工作日', en: 'on working days' },
  restDay: { zh: '休息日和节假日', en: 'on days off' },
  officeHours: { zh: '上班时间', en: 'in office hours' },
  afterHours: { zh: '下班时间', en: 'outside office hours' },
} as const satisfies Readonly<Record<string, Bilingual>>

/** The units that a rule may name by what they are to the place of the matter. */
export const PLACE_UNIT_WORDS = {
  community: { zh: '所在社区', en: 'the community of the place' },
  subdistrict: { zh: '所在街道', en: 'the subdistrict of the place' },
  commandCentre: { zh: '区指挥中心', en: 'the command centre' },
} as const satisfies Readonly<Record<string, Bilingual>>

const same = (text: string): Bilingual => ({ zh: text, en: text })
const listed = (words: readonly Bilingual[], zh = '、', en = ' or '): Bilingual => ({
  zh: words.map((one) => one.zh).join(zh),
  en: words.map((one) => one.en).join(en),
})
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const monthDay = (date: string): Bilingual => {
  const [month, day] = date.split('-').map(Number)
  return { zh: `${month}月${day}日`, en: `${day} ${MONTHS[(month ?? 1) - 1]}` }
}

/** When a rule holds, part by part in plain words; none: always. */
export function conditionWords(when: RoutingCondition, names: RoutingNames): readonly Bilingual[] {
  const parts: Bilingual[] = []
  const about = listed([
    ...when.majors.map((code) => names.major(code) ?? same(code)),
    ...when.items.map((code) => names.item(code) ?? same(code)),
  ])
  if (about.zh !== '') parts.push({ zh: `事项属于${about.zh}`, en: `it is about ${about.en}` })
  const place = listed(when.places.map((code) => names.place(code) ?? same(code)))
  if (place.zh !== '') parts.push({ zh: `在${place.zh}`, en: `in ${place.en}` })
  if (when.season) {
    const [from, to] = [monthDay(when.season.from), monthDay(when.season.to)]
    parts.push({ zh: `${from.zh}至${to.zh}`, en: `from ${from.en} to ${to.en}` })
  }
  if (when.weekdays.length > 0)
    parts.push(listed(when.weekdays.toSorted().map((day) => WEEKDAY_WORDS[day - 1] ?? same(String(day)))))
  if (when.day) parts.push(DAY_KIND_WORDS[when.day])
  if (when.hours) {
    const { from, to } = when.hours
    parts.push({
      zh: from > to ? `${from} 到第二天 ${to}` : `${from} 到 ${to}`,
      en: from > to ? `${from} to ${to} of the next day` : `${from} to ${to}`,
    })
  }
  for (const { question, choices } of when.answers) {
    const asked = names.question(question) ?? same(question)
    const said = listed(choices.map((code) => names.choice(question, code) ?? same(code)))
    parts.push({ zh: `“${asked.zh}”答了${said.zh}`, en: `“${asked.en}” is answered ${said.en}` })
  }
  return parts
}

/** A rule as one sentence. */
export function ruleWords(rule: RoutingRule, names: RoutingNames): Bilingual {
  const when = listed(conditionWords(rule.when, names), ' · ', ' · ')
  const lead = names.unit(rule.lead) ?? same(rule.lead)
  const others = listed(
    rule.coHandlers.map((code) => names.unit(code) ?? same(code)),
    '、',
    ', ',
  )
  return {
    zh: `${when.zh === '' ? '任何时候' : when.zh} → 主办：${lead.zh}${others.zh === '' ? '' : `；协办：${others.zh}`}`,
    en: `${when.en === '' ? 'always' : when.en} → lead: ${lead.en}${others.en === '' ? '' : `; supporting: ${others.en}`}`,
  }
}
