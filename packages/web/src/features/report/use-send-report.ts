import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { useRef, useState } from 'react'
import { api } from '../../data/api-client.ts'
import { isApiProblem } from '../../data/api-problem.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { keepReceipt } from './receipt-store.ts'
import { commandOf } from './report-draft.ts'
import { sendReport, withUnanswered } from './send-report.ts'
import type { useReportDraft } from './use-report-draft.ts'

/** Did the server certainly not do it? Then the body need not be remembered as perhaps arrived. */
const isDefinite = (problem: unknown): boolean =>
  isApiProblem(problem) && problem.status >= 400 && problem.status < 500

/** Sends the report once, however often the button is pressed; what could not be sent stays in the draft. */
export const useSendReport = (report: ReturnType<typeof useReportDraft>) => {
  const { locale } = usePreferences()
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const busy = useRef(false)

  const send = async (): Promise<unknown> => {
    if (busy.current) return null
    busy.current = true
    setPending(true)
    setProblem(null)
    const commandId = report.commandId()
    const draft = report.now()
    // Written down before it leaves: the page may be closed before an answer comes.
    report.set({ unanswered: withUnanswered(draft, commandOf(draft, locale)) })
    try {
      const sent = await sendReport(draft, locale, (body) => api(caseRoutes.report, { body, commandId }))
      keepReceipt({ commandId, ...sent })
      report.clear()
      return null
    } catch (refused) {
      if (isDefinite(refused)) report.set({ unanswered: draft.unanswered })
      setProblem(refused)
      return refused
    } finally {
      busy.current = false
      setPending(false)
    }
  }
  return { send, pending, problem, forgive: () => setProblem(null) }
}
