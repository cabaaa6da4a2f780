import {
  inForce,
  readRuleSheet,
  type SettingName,
  settingLayout,
  settingOf,
  settingRoutes,
  writeRuleSheet,
} from '@lianxin/contract'
import { permitFor } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { sheetAnswer } from '../../../kernel/sheet-answer.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { valueFaults } from '../domain/value-faults.ts'
import { completed, versionsOf } from './look-up-settings.ts'
import { type KnownItems, unknownItems } from './unknown-items.ts'

const valueNow = async (tx: Tx, name: SettingName): Promise<unknown> =>
  completed(name, inForce(await versionsOf(tx, name), tx.now)?.value)

/** A rule as it is in force, as a sheet that can be changed and read in again. */
export const exportSetting = query<typeof settingRoutes.exportSheet>({
  route: settingRoutes.exportSheet,
  permit: 'setting.view',
  async view(tx, _permit, { params: { name } }) {
    const value = await valueNow(tx, name)
    return {
      answer: sheetAnswer(`${name}.csv`, writeRuleSheet(settingLayout(name, value), value)),
      subjects: [],
    }
  },
})

/** What a sheet says, row by row. What it says is decided on like any other new version: from a date, with what it changes shown. */
export const checkSettingSheet = (knownItems: KnownItems) =>
  query<typeof settingRoutes.checkSheet>({
    route: settingRoutes.checkSheet,
    permit: 'setting.view',
    async view(tx, _permit, { params: { name }, body: { csv } }) {
      permitFor(tx, settingOf(name).permit)
      const layout = settingLayout(name, await valueNow(tx, name))
      const unknown = await unknownItems(tx, knownItems, name)
      const report = readRuleSheet(layout, csv, (value) => valueFaults(name, value, unknown))
      return { answer: report, subjects: [] }
    },
  })
