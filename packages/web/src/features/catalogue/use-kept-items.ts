import { catalogueRoutes } from '@lianxin/contract/catalogue/catalogue-routes'
import {
  type ItemDraft,
  itemKeepingRoutes,
  type SheetReport,
} from '@lianxin/contract/catalogue/item-keeping-routes'
import { settingRoutes } from '@lianxin/contract/setting/setting-routes'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, queryOf } from '../../data/api-client.ts'

/** The item catalogue as its keepers see it. */
export const useKeptItems = (enabled = true) => useQuery({ ...queryOf(itemKeepingRoutes.kept, {}), enabled })

export const useItemHistory = (code: string) =>
  useQuery(queryOf(itemKeepingRoutes.history, { params: { code } }))

interface ItemDecision {
  readonly code: string
  readonly seenVersion: number
  readonly effectiveFrom: number | null
  /** Absent: the item ends. */
  readonly item?: ItemDraft
  readonly commandId: string
}

/** Adds, changes or ends an item. */
export const useDecideItem = (onDone: () => void) => {
  const reread = useReread()
  return useMutation({
    mutationFn: ({ code, item, commandId, ...when }: ItemDecision) =>
      item
        ? api(itemKeepingRoutes.decide, { params: { code }, body: { ...when, item }, commandId })
        : api(itemKeepingRoutes.end, { params: { code }, body: when, commandId }),
    onSuccess: onDone,
    onSettled: reread,
  })
}

/** What would become of each row of a sheet. */
export const useCheckSheet = () =>
  useMutation({
    mutationFn: (csv: string) => api(itemKeepingRoutes.check, { body: { csv, effectiveFrom: null } }),
  })

interface Sheet {
  readonly csv: string
  readonly report: SheetReport
  readonly effectiveFrom: number | null
  readonly commandId: string
}

/** Takes in a sheet as its report said, items and their ladders together. */
export const useTakeSheet = () => {
  const reread = useReread()
  return useMutation({
    mutationFn: ({ csv, report: { seen, seenLadders }, effectiveFrom, commandId }: Sheet) =>
      api(itemKeepingRoutes.take, { body: { csv, seen, seenLadders, effectiveFrom }, commandId }),
    onSettled: reread,
  })
}

const useReread = () => {
  const client = useQueryClient()
  return () =>
    Promise.all(
      [
        ...[itemKeepingRoutes.kept.id, itemKeepingRoutes.history.id, catalogueRoutes.items.id],
        ...[settingRoutes.list.id, settingRoutes.history.id],
      ].map((id) => client.invalidateQueries({ queryKey: [id] })),
    )
}
