import { routingRoutes } from '@lianxin/contract/routing/routing-routes'
import type { RoutingRule } from '@lianxin/contract/routing/routing-rule'
import type { Period } from '@lianxin/contract/routing/simulated-period'
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api, queryOf } from '../../data/api-client.ts'
import { isApiProblem } from '../../data/api-problem.ts'
import { uuidV7 } from '../../data/uuid-v7.ts'

/** The rules in force, those planned, the draft, and what they can be made of. */
export const useRouting = () => useQuery(queryOf(routingRoutes.overview, {}))

export const useRoutingHistory = () => useQuery(queryOf(routingRoutes.history, {}))

export const useReliability = () => useQuery(queryOf(routingRoutes.reliability, {}))

/** Rules in force that lead nowhere, for those who may mend them. */
export const useRoutingAlerts = (may: boolean) =>
  useQuery({ ...queryOf(routingRoutes.alerts, {}), enabled: may })

/** What the draft would have done in a time; nothing is asked before a time is chosen. */
export const useSimulation = (draftVersion: number, period: Period | null) =>
  useQuery({
    queryKey: [routingRoutes.simulation.id, draftVersion, period],
    queryFn: period ? ({ signal }) => api(routingRoutes.simulation, { query: period, signal }) : skipToken,
  })

/** One command about the rules: sent once however often it is pressed, and everything about them is asked anew afterwards. */
const useRoutingCommand = <Wanted, Done>(
  send: (wanted: Wanted, commandId: string) => Promise<Done>,
  onDone: (done: Done) => void,
) => {
  const client = useQueryClient()
  const command = useRef(uuidV7())
  const again = () =>
    client.invalidateQueries({ predicate: ({ queryKey }) => /^routing\./.test(String(queryKey[0])) })
  return useMutation({
    mutationFn: (wanted: Wanted) => send(wanted, command.current),
    onSuccess: async (done) => {
      command.current = uuidV7()
      await again()
      onDone(done)
    },
    onError: (error) => {
      // Nobody knows whether it was done: the same command under the same id finds out.
      if (isApiProblem(error) && (error.status === 0 || error.status >= 500)) return undefined
      command.current = uuidV7()
      return again()
    },
  })
}

export const useSaveDraft = (onDone: () => void) =>
  useRoutingCommand(
    (body: { readonly seenVersion: number; readonly rules: RoutingRule[] }, commandId) =>
      api(routingRoutes.save, { body, commandId }),
    onDone,
  )

export const useSimulate = (onDone: () => void) =>
  useRoutingCommand(
    (body: Period & { readonly seenVersion: number }, commandId) =>
      api(routingRoutes.simulate, { body, commandId }),
    onDone,
  )

export const useEnforce = (onDone: () => void) =>
  useRoutingCommand(
    (body: { readonly seenVersion: number; readonly effectiveFrom: number | null }, commandId) =>
      api(routingRoutes.enforce, { body, commandId }),
    onDone,
  )
