import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { At, Bilingual, Id, Nullable, OneOf, Words } from '../schema.ts'
import { MOST_SHEET_BYTES, RuleSheet, RuleSheetReport } from '../sheet/sheet-report.ts'
import { SETTING_NAMES } from './settings.ts'

/** A version of a rule. Version 0 is the one that a district starts with: nobody decided it. */
export const SettingVersion = Type.Object({
  version: Type.Integer({ minimum: 0 }),
  /** Null: since ever. */
  effectiveFrom: Nullable(At),
  /** As the schema of the setting says. */
  value: Type.Unknown(),
})
export type SettingVersion = Static<typeof SettingVersion>

export const SettingRow = Type.Object({
  name: OneOf(SETTING_NAMES),
  present: SettingVersion,
  /** Decided and not yet in force. */
  planned: Nullable(SettingVersion),
  /** The number of the last decision, planned or not: a change names the one that it saw. */
  latestVersion: Type.Integer({ minimum: 0 }),
  mayChange: Type.Boolean(),
})
export type SettingRow = Static<typeof SettingRow>

export const SettingList = Type.Object({
  rows: Type.Array(SettingRow),
  /** Matters that are open now, and keep what they were opened under. */
  openMatters: Type.Integer({ minimum: 0 }),
})
export type SettingList = Static<typeof SettingList>

/** A decision on a rule, newest first in the history. */
export const SettingDecision = Type.Object({
  ...SettingVersion.properties,
  decidedAt: Nullable(At),
  decidedBy: Nullable(Bilingual),
  reason: Nullable(Words(200)),
  /** A later decision began before this one could: it was never in force. */
  replaced: Type.Boolean(),
})
export type SettingDecision = Static<typeof SettingDecision>

/** `effectiveFrom` null: at the next full minute. The value is checked against the schema of the setting. */
export const ChangeSetting = Type.Object(
  {
    seenVersion: Type.Integer({ minimum: 0 }),
    effectiveFrom: Nullable(At),
    value: Type.Unknown(),
    reason: Type.Optional(Words(200)),
  },
  { additionalProperties: false },
)
export type ChangeSetting = Static<typeof ChangeSetting>

export const SettingDone = Type.Object({
  name: OneOf(SETTING_NAMES),
  version: Type.Integer({ minimum: 1 }),
  effectiveFrom: At,
  eventId: Id,
})

const params = Type.Object({ name: OneOf(SETTING_NAMES) }, { additionalProperties: false })

export const settingRoutes = {
  list: route({
    id: 'setting.list',
    method: 'GET',
    path: '/api/settings',
    summary: 'Every rule of the district: what is in force, and what is planned',
    permit: 'setting.view',
    response: SettingList,
  }),
  history: route({
    id: 'setting.history',
    method: 'GET',
    path: '/api/settings/:name/history',
    summary: 'Every version of a rule: from when, decided by which post, and why',
    permit: 'setting.view',
    params,
    response: Type.Array(SettingDecision),
  }),
  exportSheet: route({
    id: 'setting.exportSheet',
    method: 'GET',
    path: '/api/settings/:name/rule.csv',
    summary: 'A rule as it is in force, as a spreadsheet (CSV that Excel opens)',
    permit: 'setting.view',
    params,
    media: 'text/csv',
    response: Type.String(),
  }),
  checkSheet: route({
    id: 'setting.checkSheet',
    method: 'POST',
    path: '/api/settings/:name/sheet/check',
    summary: 'What each row of a spreadsheet of a rule says, and the value to decide on; changes nothing',
    permit: 'setting.view',
    params,
    body: RuleSheet,
    mostBytes: MOST_SHEET_BYTES,
    response: RuleSheetReport,
  }),
  // Who may change it is said by the setting itself.
  change: route({
    id: 'setting.change',
    method: 'POST',
    path: '/api/settings/:name',
    summary:
      'Decide a new version of a rule from a moment on; it replaces versions planned and not yet in force',
    permit: 'setting.view',
    command: true,
    params,
    body: ChangeSetting,
    response: SettingDone,
  }),
} as const
