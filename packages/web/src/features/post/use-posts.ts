import { handoverRoutes } from '@lianxin/contract/case/handover-routes'
import { postRoutes } from '@lianxin/contract/org/post-routes'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, queryOf } from '../../data/api-client.ts'

export const usePosts = (enabled: boolean) => useQuery({ ...queryOf(postRoutes.list, {}), enabled })
export const useHandovers = (enabled: boolean) => useQuery({ ...queryOf(handoverRoutes.list, {}), enabled })

export interface HolderChange {
  readonly postId: string
  readonly expectedVersion: number
  /** Null: the post is left vacant. */
  readonly accountId: string | null
  /** Absent: now. */
  readonly from?: number
  readonly commandId: string
}

/** Also after a refusal the posts are asked again: somebody else may have been first. */
export const useChangeHolder = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ postId, commandId, ...body }: HolderChange) =>
      api(postRoutes.changeHolder, { params: { id: postId }, body, commandId }),
    onSettled: () => client.invalidateQueries({ queryKey: [postRoutes.list.id] }),
  })
}

export interface ActingAppointment extends Omit<HolderChange, 'accountId'> {
  readonly accountId: string
  readonly until: number
}

export const useAppointActing = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ postId, commandId, ...body }: ActingAppointment) =>
      api(postRoutes.appointActing, { params: { id: postId }, body, commandId }),
    onSettled: () => client.invalidateQueries({ queryKey: [postRoutes.list.id] }),
  })
}

export interface Cancellation {
  readonly postId: string
  readonly expectedVersion: number
  readonly what: 'holder' | 'acting'
  readonly commandId: string
}

export const useCancelChange = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ postId, commandId, ...body }: Cancellation) =>
      api(postRoutes.cancelChange, { params: { id: postId }, body, commandId }),
    onSettled: () => client.invalidateQueries({ queryKey: [postRoutes.list.id] }),
  })
}

export const useTakeOver = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ caseId, commandId }: { readonly caseId: string; readonly commandId: string }) =>
      api(handoverRoutes.takeOver, { params: { id: caseId }, commandId }),
    onSettled: () => client.invalidateQueries({ queryKey: [handoverRoutes.list.id] }),
  })
}
