import { calendarRoutes } from '@lianxin/contract/case/calendar-routes'
import { settingRoutes } from '@lianxin/contract/setting/setting-routes'
import type { SettingName } from '@lianxin/contract/setting/settings'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, queryOf } from '../../data/api-client.ts'

/** Every rule of the district as it is and as it will be. */
export const useSettings = () => useQuery(queryOf(settingRoutes.list, {}))

export const useSettingHistory = (name: SettingName) =>
  useQuery(queryOf(settingRoutes.history, { params: { name } }))

/** The calendar that deadlines are computed by. */
export const useCalendar = () => useQuery(queryOf(calendarRoutes.years, {}))

export interface Decision {
  readonly seenVersion: number
  readonly effectiveFrom: number | null
  readonly value: unknown
  readonly reason?: string
  readonly commandId: string
}

/** Decides a new version of a rule; what was shown of it is asked for anew, also after a refusal. */
export const useDecide = (name: SettingName, onDone: () => void) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ commandId, ...body }: Decision) =>
      api(settingRoutes.change, { params: { name }, body, commandId }),
    onSuccess: onDone,
    onSettled: () =>
      Promise.all(
        [settingRoutes.list.id, settingRoutes.history.id, calendarRoutes.years.id].map((id) =>
          client.invalidateQueries({ queryKey: [id] }),
        ),
      ),
  })
}
