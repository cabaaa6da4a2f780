import type { WriteAdvice } from '@lianxin/contract/whistle/advice-views'
import { whistleRoutes } from '@lianxin/contract/whistle/whistle-routes'
import {
  keepPreviousData,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { api, queryOf } from '../../data/api-client.ts'

/** How units came in a month; without one, in the last twelve. */
export const useWhistleBoard = (month: string | undefined, enabled: boolean) =>
  useQuery({
    ...queryOf(whistleRoutes.board, { query: month === undefined ? {} : { month } }),
    placeholderData: keepPreviousData,
    enabled,
  })

export const useRatedCalls = (unit: string, month: string | undefined) =>
  useQuery(queryOf(whistleRoutes.rated, { query: { unit, ...(month === undefined ? {} : { month }) } }))

export const useAdvice = (enabled: boolean) => useQuery({ ...queryOf(whistleRoutes.advice, {}), enabled })

/** What of it waits for the own unit's answer, and what is overdue. */
export const useAdviceWaiting = (enabled: boolean) =>
  useQuery({ ...queryOf(whistleRoutes.waiting, {}), enabled })

const adviceAgain = (client: QueryClient) =>
  Promise.all(
    [whistleRoutes.advice, whistleRoutes.waiting].map(({ id }) =>
      client.invalidateQueries({ queryKey: [id] }),
    ),
  )

export type AdviceDraft = Readonly<WriteAdvice> & { readonly commandId: string }

export const useWriteAdvice = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ commandId, ...body }: AdviceDraft) => api(whistleRoutes.writeAdvice, { body, commandId }),
    onSuccess: () => adviceAgain(client),
  })
}

export const useAnswerAdvice = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, words, commandId }: { id: string; words: string; commandId: string }) =>
      api(whistleRoutes.answerAdvice, { params: { id }, body: { words }, commandId }),
    onSuccess: () => adviceAgain(client),
  })
}
