import {
  type RuleRow,
  readRuleSheet,
  routingRoutes,
  rowOfRule,
  ruleLayout,
  ruleOfRow,
  ruleRowProblems,
  writeRuleSheet,
} from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { sheetAnswer } from '../../../kernel/sheet-answer.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { loadOptions, loadRuleGround } from './load-options.ts'
import { rulesAt } from './look-up-rules.ts'

/** The rules in force and those planned, and a layout that knows every name in either. */
async function rulesAndLayout(tx: Tx) {
  const { present, next } = await rulesAt(tx, tx.now)
  const rules = { present: present?.rules ?? [], planned: next?.rules ?? [] }
  const all = [...rules.present, ...rules.planned]
  return { rules, layout: ruleLayout(await loadOptions(tx, all, await loadRuleGround(tx, all))) }
}

/** The rules in force, or those that will be, as a sheet that can be changed and read in again. */
export const exportRules = query<typeof routingRoutes.exportSheet>({
  route: routingRoutes.exportSheet,
  permit: 'routing.view',
  async view(tx, _permit, { query: { which = 'present' } }) {
    const { rules, layout } = await rulesAndLayout(tx)
    const name = which === 'planned' ? 'routing-rules-planned.csv' : 'routing-rules.csv'
    return { answer: sheetAnswer(name, writeRuleSheet(layout, rules[which].map(rowOfRule))), subjects: [] }
  },
})

/** What a sheet says, row by row. Its rules become a draft, which is saved, simulated and put into force like any other. */
export const checkRuleSheet = query<typeof routingRoutes.checkSheet>({
  route: routingRoutes.checkSheet,
  permit: 'routing.change',
  async view(tx, _permit, { body: { csv } }) {
    const { layout } = await rulesAndLayout(tx)
    const report = readRuleSheet(layout, csv, (value) => ruleRowProblems(value as readonly RuleRow[]))
    const rows = report.value as readonly RuleRow[] | null
    const value = rows?.map((row) => ruleOfRow(row, () => uuidV7(tx.now))) ?? null
    return { answer: { ...report, value }, subjects: [] }
  },
})
