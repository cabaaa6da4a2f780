import { routingRoutes } from '@lianxin/contract/routing/routing-routes'
import { settingRoutes } from '@lianxin/contract/setting/setting-routes'
import type { SettingName } from '@lianxin/contract/setting/settings'
import type { RuleSheetReport } from '@lianxin/contract/sheet/sheet-report'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../data/api-client.ts'

/** What each row of a sheet says. */
export const useRuleSheet = (check: (csv: string) => Promise<RuleSheetReport>) =>
  useMutation({ mutationFn: check })

export const checkSettingSheet = (name: SettingName) => (csv: string) =>
  api(settingRoutes.checkSheet, { params: { name }, body: { csv } })

export const checkRoutingSheet = (csv: string) => api(routingRoutes.checkSheet, { body: { csv } })
