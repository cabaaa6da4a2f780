import {
  type Bilingual,
  firstMatch,
  type HolidayCalendar,
  namesOf,
  PLACE_UNIT_WORDS,
  type RoutedMatter,
  ruleWords,
  unitHoursOf,
} from '@lianxin/contract'
import type { Tx } from '../../../kernel/tx.ts'
import type { Item } from '../../catalogue/index.ts'
import { departmentNames, lookUpUnits, type Unit } from '../../org/index.ts'
import { settingAt } from '../../setting/index.ts'
import { resolveUnits } from '../domain/resolve-units.ts'
import { loadOptions, loadRuleGround } from './load-options.ts'
import { rulesAt } from './look-up-rules.ts'

/** Where a matter belongs, and by which rule. `missing`: named and not there; somebody must choose. */
export type Routing = {
  readonly lead: Unit | null
  readonly coHandlers: readonly Unit[]
  readonly missing: readonly Bilingual[]
  readonly because: Bilingual
}

/** By the rules in force now; where none holds, by the catalogue. A look-up: no permit, no ledger. */
export async function routeFor(
  tx: Tx,
  {
    item,
    communityCode,
    gridCode,
    answers,
  }: {
    readonly item: Item
    readonly communityCode: string
    readonly gridCode: string | null
    readonly answers: RoutedMatter['answers']
  },
  calendar: HolidayCalendar,
): Promise<Routing> {
  const rules = (await rulesAt(tx, tx.now)).present?.rules ?? []
  const found = firstMatch(
    rules,
    { itemCode: item.code, major: item.major, placeCode: gridCode ?? communityCode, at: tx.now, answers },
    { calendar, office: unitHoursOf(await settingAt(tx, 'officeHours', tx.now)) },
  )
  const to = found?.rule ?? { lead: item.leadUnit, coHandlers: [] }
  const units = await lookUpUnits(tx, { ids: [], codes: [to.lead, ...to.coHandlers], communityCode })
  const resolved = resolveUnits(to, units, communityCode)
  return {
    lead: resolved.lead,
    coHandlers: resolved.coHandlers,
    missing: await namesOfMissing(tx, resolved.missing),
    because: found
      ? await sentenceOf(tx, found.rule, found.index)
      : {
          zh: `事项目录规定“${item.name}”由它主办`,
          en: `The catalogue names it as the lead for “${item.nameEn}”`,
        },
  }
}

async function sentenceOf(
  tx: Tx,
  rule: NonNullable<ReturnType<typeof firstMatch>>['rule'],
  index: number,
): Promise<Bilingual> {
  const ground = await loadRuleGround(tx, [rule])
  const { zh, en } = ruleWords(rule, namesOf(await loadOptions(tx, [rule], ground)))
  return { zh: `派单规则第 ${index + 1} 条：${zh}`, en: `Routing rule ${index + 1}: ${en}` }
}

async function namesOfMissing(tx: Tx, words: readonly string[]): Promise<readonly Bilingual[]> {
  if (words.length === 0) return []
  const names = await departmentNames(tx)
  const byPlace: Readonly<Record<string, Bilingual>> = PLACE_UNIT_WORDS
  return words.map((word) => {
    const unit = names.get(word)
    return byPlace[word] ?? (unit ? { zh: unit.name, en: unit.nameEn } : { zh: word, en: word })
  })
}
