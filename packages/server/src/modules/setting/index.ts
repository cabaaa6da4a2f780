import type { Module } from '../../kernel/module.ts'
import { changeSetting } from './commands/change-setting.ts'
import { type CountOpenMatters, listSettings } from './queries/list-settings.ts'
import { settingHistory } from './queries/setting-history.ts'
import { checkSettingSheet, exportSetting } from './queries/setting-sheet.ts'
import type { KnownItems } from './queries/unknown-items.ts'

export { decideChange, type SettingState } from './domain/decide-change.ts'
export { valueFaults } from './domain/value-faults.ts'
export {
  decidedValues,
  lastDecision,
  type SettingSpan,
  settingAt,
  settingSpans,
  settingsAt,
} from './queries/look-up-settings.ts'
export { stateOf as settingState } from './queries/setting-state.ts'
export type { KnownItems } from './queries/unknown-items.ts'
export { keepChange } from './store.ts'

/** Rules that a district decides for itself: named, versioned, in force from a date on. */
export const setting = (openMatters: CountOpenMatters, knownItems: KnownItems): Module => ({
  name: 'setting',
  commands: [changeSetting(knownItems)],
  queries: [listSettings(openMatters), settingHistory, exportSetting, checkSettingSheet(knownItems)],
})
