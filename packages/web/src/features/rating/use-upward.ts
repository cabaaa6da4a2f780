import { ratingRoutes } from '@lianxin/contract/rating/rating-routes'
import { upwardRoutes } from '@lianxin/contract/rating/upward-routes'
import type { UpwardAspect } from '@lianxin/contract/rules/upward-result'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, queryOf } from '../../data/api-client.ts'

export const useTopics = () => useQuery(queryOf(ratingRoutes.topics, {}))
export const usePublicTopics = () => useQuery(queryOf(ratingRoutes.publicTopics, {}))
export const useUnitRecord = (id: string) => useQuery(queryOf(ratingRoutes.unit, { params: { id } }))

export const useUnitPage = (id: string) => useQuery(queryOf(ratingRoutes.unitPage, { params: { id } }))

export const useUpwardBoard = (quarter: string | undefined) =>
  useQuery(queryOf(upwardRoutes.board, { query: quarter === undefined ? {} : { quarter } }))
export const useBallotBox = () => useQuery(queryOf(upwardRoutes.box, {}))

export interface Ballot {
  readonly quarter: string
  readonly unitId: string
  readonly scores: Readonly<Record<UpwardAspect, number>>
  readonly salt: string
  readonly commandId: string
}

/** The salt and the id are made with the ballot and stay with it: sent twice, it is counted once. */
export const useRateUpward = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ unitId, commandId, scores, ...body }: Ballot) =>
      api(upwardRoutes.rate, { params: { unitId }, body: { ...body, scores: { ...scores } }, commandId }),
    onSuccess: () => client.invalidateQueries({ queryKey: [upwardRoutes.box.id] }),
  })
}

/** From a rectification; it is opened a moment later. */
export const useProposeTopic = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ caseId, commandId }: { readonly caseId: string; readonly commandId: string }) =>
      api(ratingRoutes.proposeTopic, { body: { caseId }, commandId }),
    onSuccess: () => client.invalidateQueries({ queryKey: [ratingRoutes.topics.id] }),
  })
}

export interface UpwardAnswer {
  readonly quarter: string
  readonly unitId: string
  readonly words: string
  readonly commandId: string
}

export const useAnswerUpward = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ unitId, commandId, ...body }: UpwardAnswer) =>
      api(upwardRoutes.answer, { params: { unitId }, body, commandId }),
    onSuccess: () => client.invalidateQueries({ queryKey: [upwardRoutes.board.id] }),
  })
}
