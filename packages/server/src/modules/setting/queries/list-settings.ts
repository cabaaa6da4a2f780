import {
  inForce,
  planned,
  reachesOf,
  SETTING_NAMES,
  type SettingName,
  settingOf,
  settingRoutes,
} from '@lianxin/contract'
import { asking } from '../../../kernel/actor.ts'
import { query } from '../../../kernel/query.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { completed, versionsOf } from './look-up-settings.ts'

/** Given by app.ts: the case engine comes later in the house. */
export type CountOpenMatters = (tx: Tx) => Promise<number>

/** Every rule as it is now and as it will be. */
export const listSettings = (openMatters: CountOpenMatters) =>
  query<typeof settingRoutes.list>({
    route: settingRoutes.list,
    permit: 'setting.view',
    async view(tx) {
      const all = Map.groupBy(await versionsOf(tx), (row) => row.name)
      const rows = SETTING_NAMES.map((name) => {
        const versions = all.get(name) ?? []
        const next = planned(versions, tx.now)
        return {
          name,
          present: shown(name, inForce(versions, tx.now)),
          planned: next ? shown(name, next) : null,
          latestVersion: versions.at(-1)?.version ?? 0,
          mayChange: reachesOf(settingOf(name).permit, asking(tx.actor)).length > 0,
        }
      })
      return { answer: { rows, openMatters: await openMatters(tx) }, subjects: [] }
    },
  })

type Version = { readonly version: number; readonly effectiveFrom: number; readonly value: unknown }

const shown = (name: SettingName, version: Version | undefined) => ({
  version: version?.version ?? 0,
  effectiveFrom: version?.effectiveFrom ?? null,
  value: completed(name, version?.value),
})
