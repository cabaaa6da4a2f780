import type { Static } from 'typebox'
import { burdenBudget } from './burden-budget.ts'
import { gateLimits } from './gate-limits.ts'
import { holidays } from './holidays.ts'
import { itemLadders } from './item-ladders.ts'
import { evaluation, negativeTriggers, topic } from './judging.ts'
import { ladder } from './ladder.ts'
import { mergeRadius, reopenWindowDays } from './matter-windows.ts'
import { officeHours } from './office-hours.ts'
import type { Setting } from './setting.ts'
import { stationedAdvice } from './stationed-advice.ts'
import { stepLimits } from './step-limits.ts'
import { voteRules } from './vote-rules.ts'
import { whistleLimits } from './whistle-limits.ts'

/** Every rule that a district may decide, in the order of the screen. To add one: write it beside these and name it here. */
export const SETTINGS = {
  stepLimits,
  ladder,
  itemLadders,
  whistleLimits,
  stationedAdvice,
  gateLimits,
  burdenBudget,
  voteRules,
  officeHours,
  holidays,
  reopenWindowDays,
  mergeRadius,
  negativeTriggers,
  evaluation,
  topic,
} as const

export type SettingName = keyof typeof SETTINGS
export type SettingValue<N extends SettingName> = Static<(typeof SETTINGS)[N]['schema']>
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[]

/** Widens the literal table so that any setting can be looked at alike. */
export const settingOf = (name: SettingName): Setting => SETTINGS[name]
