import type { Raised } from '@lianxin/contract/case/case-commands'
import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../data/api-client.ts'
import { isApiProblem } from '../../data/api-problem.ts'
import { useOwnDraft } from '../../data/own-draft.ts'
import { EMPTY_WHISTLE, raiseOf, type WhistleDraft } from './whistle-draft.ts'

/** Blowing a whistle: the draft of this person on this device, what is missing, and sending it once. */
export const useWhistle = (placeCode: string, unsaid: string, onDone: (raised: Raised) => void) => {
  const { value, set, commandId, clear, renew } = useOwnDraft<WhistleDraft>('whistle', EMPTY_WHISTLE)
  const draft = { ...EMPTY_WHISTLE, ...value }
  const client = useQueryClient()
  const [tried, setTried] = useState(false)
  const { cause, unitIds } = draft
  const sending = useMutation({
    mutationFn: (body: ReturnType<typeof raiseOf>) => {
      set({ sent: body })
      return api(caseRoutes.raise, { body, commandId: commandId() })
    },
    onSuccess: (raised) => {
      clear()
      onDone(raised)
      return client.invalidateQueries({ queryKey: [caseRoutes.list.id] })
    },
    onError: (error) => {
      // Nobody knows whether it was done: the same command, under the same id, finds out.
      if (isApiProblem(error) && (error.status === 0 || error.status >= 500)) return
      set({ sent: null })
      renew()
    },
  })
  const problem = isApiProblem(sending.error) ? sending.error : null
  return {
    draft,
    set: (change: Partial<WhistleDraft>) => {
      if (problem && problem.status > 0) sending.reset()
      set(change)
    },
    send: () => {
      setTried(true)
      if (sending.isPending || cause === null || unitIds.length === 0) return
      sending.mutate(draft.sent ?? raiseOf({ ...draft, cause }, placeCode, unsaid))
    },
    pending: sending.isPending,
    problem: sending.error,
    causeMissing: tried && cause === null,
    unitsMissing: tried && unitIds.length === 0,
    refusedPlace: problem?.code.startsWith('place.') ? problem.detail : undefined,
  }
}

export type WhistleWriting = ReturnType<typeof useWhistle>
