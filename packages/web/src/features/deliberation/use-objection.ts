import type { Receipt } from '@lianxin/contract/case/case-commands'
import { objectionRoutes } from '@lianxin/contract/case/objection-routes'
import { deliberationRoutes } from '@lianxin/contract/deliberation/deliberation-routes'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api } from '../../data/api-client.ts'
import { isApiProblem } from '../../data/api-problem.ts'
import { useDraft } from '../../data/drafts.ts'
import { uuidV7 } from '../../data/uuid-v7.ts'
import { usePreferences } from '../../ui/preferences.ts'

/** What is being written, kept on this device until it is sent. */
interface ObjectionDraft {
  readonly words: string
  readonly phone: string
  /** The code that was asked for, and whether it was right. */
  readonly proofId: string
  readonly proved: boolean
}
const EMPTY: ObjectionDraft = { words: '', phone: '', proofId: '', proved: false }

/** Objecting: a number is proved by a one-time code, then the objection goes off, once. */
export const useObjection = (
  caseId: string,
  keepReceipt: (commandId: string, receipt: Receipt) => Promise<void>,
) => {
  const client = useQueryClient()
  const { locale } = usePreferences()
  const stored = useDraft<ObjectionDraft>(`objection.${caseId}`, EMPTY)
  const draft = { ...EMPTY, ...stored.value }
  const asking = useRef(uuidV7())
  const busy = useRef(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const params = { id: caseId }

  const attempt = async (call: () => Promise<void>) => {
    if (busy.current) return
    busy.current = true
    setPending(true)
    setProblem(null)
    try {
      await call()
    } catch (refused) {
      setProblem(refused)
      // Nobody knows whether it arrived: the same commands again. Otherwise the next ones are others.
      if (!(isApiProblem(refused) && (refused.status === 0 || refused.status >= 500))) {
        asking.current = uuidV7()
        stored.renew()
        if (isApiProblem(refused) && refused.code === 'case.proof-missing')
          stored.set({ proofId: '', proved: false })
      }
    } finally {
      busy.current = false
      setPending(false)
    }
  }

  return {
    ...{ draft, pending, problem, receipt },
    set: stored.set,
    /** Another number, or another code. */
    again: () => {
      setProblem(null)
      stored.set({ proofId: '', proved: false })
    },
    ask: () =>
      attempt(async () => {
        const body = { phone: draft.phone.trim(), language: locale }
        const { proofId } = await api(objectionRoutes.askOtp, { params, body, commandId: asking.current })
        asking.current = uuidV7()
        stored.set({ proofId })
      }),
    send: (otp: string) =>
      attempt(async () => {
        const { proofId, proved, words } = draft
        if (!proved) {
          await api(objectionRoutes.prove, { params, body: { proofId, otp: otp.trim() } })
          stored.set({ proved: true })
        }
        const commandId = stored.commandId()
        const body = { proofId, words: words.trim(), language: locale }
        const given = await api(objectionRoutes.object, { params, body, commandId })
        setReceipt(given)
        await keepReceipt(commandId, given)
        stored.clear()
        void client.invalidateQueries({ queryKey: [deliberationRoutes.page.id] })
      }),
  }
}
