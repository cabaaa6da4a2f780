import { caseRoutes } from '@lianxin/contract/case/case-routes'
import type { RequesterView } from '@lianxin/contract/case/case-views'
import type { Purpose } from '@lianxin/contract/purposes'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../data/api-client.ts'

/** How long a name and number stay on a screen that others may look at. */
export const SHOWN_SECONDS = 60

interface Shown {
  readonly person: RequesterView
  readonly until: number
}

/**
 * The requester behind the purpose gate: nothing is read before a purpose is stated, each look is one line in the
 * ledger, and what was shown is taken off the screen again. It is never put in the query cache, where it would outlive
 * the look and be read again unasked.
 */
export const useRequester = (caseId: string, partyId?: string) => {
  const [shown, setShown] = useState<Shown | null>(null)
  const [secondsLeft, setSecondsLeft] = useState(0)
  const asking = useMutation({
    mutationFn: (purpose: Purpose) =>
      api(caseRoutes.requester, { params: { id: caseId }, query: partyId ? { partyId } : {}, purpose }),
    onSuccess: (person) => {
      setSecondsLeft(SHOWN_SECONDS)
      setShown({ person, until: Date.now() + SHOWN_SECONDS * 1000 })
    },
    gcTime: 0,
  })

  useEffect(() => {
    if (!shown) return
    const timer = setInterval(() => {
      const left = Math.ceil((shown.until - Date.now()) / 1000)
      if (left <= 0) setShown(null)
      else setSecondsLeft(left)
    }, 500)
    return () => clearInterval(timer)
  }, [shown])

  return {
    person: shown?.person ?? null,
    secondsLeft,
    ask: asking.mutate,
    asking: asking.isPending,
    problem: asking.error,
    hide: () => setShown(null),
  }
}
