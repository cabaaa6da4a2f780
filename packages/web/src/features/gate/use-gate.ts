import type { GateDraft } from '@lianxin/contract/gate/gate-draft'
import { gateRoutes } from '@lianxin/contract/gate/gate-routes'
import type { GateEstimate } from '@lianxin/contract/gate/gate-views'
import {
  keepPreviousData,
  skipToken,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useRef } from 'react'
import { api, queryOf } from '../../data/api-client.ts'
import { isApiProblem } from '../../data/api-problem.ts'
import { uuidV7 } from '../../data/uuid-v7.ts'

export type GateBox = 'todo' | 'open' | 'closed'

/** What somebody has to do at the gate, what holds, what is over. */
export const useGateList = (box: GateBox) =>
  useInfiniteQuery({
    queryKey: [gateRoutes.list.id, box],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api(gateRoutes.list, { query: { box, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    getNextPageParam: (page) => page.next,
  })

/** What was not decided in time. */
export const useGateOverdue = (enabled: boolean) =>
  useQuery({ ...queryOf(gateRoutes.list, { query: { box: 'overdue' } }), enabled })

export const useGateRequest = (id: string) => useQuery(queryOf(gateRoutes.view, { params: { id } }))

export const useFormToFill = (id: string) => useQuery(queryOf(gateRoutes.form, { params: { id } }))

export const useFormAnswers = (id: string) => useQuery(queryOf(gateRoutes.answers, { params: { id } }))

/** What the demand would cost as it stands; the last answer stays while the next one is on its way. */
export const useEstimate = (requestId: string | null, draft: GateDraft | null) =>
  useQuery<GateEstimate>({
    queryKey: [gateRoutes.estimate.id, requestId, draft],
    queryFn: draft
      ? ({ signal }) => api(gateRoutes.estimate, { body: { requestId, draft }, signal })
      : skipToken,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

/** One command of the gate: sent once however often it is pressed, and everything about the gate is asked anew afterwards. */
export const useGateCommand = <Input, Answer>(
  send: (input: Input, commandId: string) => Promise<Answer>,
  onDone?: (answer: Answer) => void,
) => {
  const client = useQueryClient()
  const command = useRef(uuidV7())
  const again = () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => /^(gate|burden|duty)\./.test(String(queryKey[0])),
    })
  return useMutation({
    mutationFn: (input: Input) => send(input, command.current),
    onSuccess: async (answer) => {
      command.current = uuidV7()
      // The next screen begins with what is true now: a step on the version before would be refused.
      await again()
      onDone?.(answer)
    },
    onError: (error) => {
      // Nobody knows whether it was done: the same command under the same id finds out.
      if (isApiProblem(error) && (error.status === 0 || error.status >= 500)) return undefined
      command.current = uuidV7()
      return isApiProblem(error) && error.status === 409 ? again() : undefined
    },
  })
}
