import type { Receipt, ReportCase } from '@lianxin/contract/case/case-commands'
import { commandOf, type ReportDraft } from './report-draft.ts'

/** `earlier`: what arrived is an earlier version of the words, sent when the connection broke. */
export interface SentReport {
  readonly receipt: Receipt
  readonly earlier: boolean
}

const KEY_REUSED = 'input.key-reused'
const codeOf = (problem: unknown): unknown =>
  typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : undefined

/** Remembers a body that is about to be sent: until an answer comes, it may have arrived. */
export const withUnanswered = (draft: ReportDraft, body: ReportCase): readonly ReportCase[] => {
  const same = JSON.stringify(body)
  return [...draft.unanswered.filter((earlier) => JSON.stringify(earlier) !== same), body]
}

/**
 * Sends the draft under its command id. When an earlier try had arrived unseen and the words were changed since, the
 * server refuses the id for other content; the body of that try then fetches its receipt, so that one matter stays one.
 * @param send posts one body under the draft's command id
 */
export const sendReport = async (
  draft: ReportDraft,
  language: 'zh-CN' | 'en',
  send: (body: ReportCase) => Promise<Receipt>,
): Promise<SentReport> => {
  const body = commandOf(draft, language)
  try {
    return { receipt: await send(body), earlier: false }
  } catch (problem) {
    if (codeOf(problem) !== KEY_REUSED) throw problem
    for (const earlier of draft.unanswered) {
      try {
        return { receipt: await send(earlier), earlier: true }
      } catch (again) {
        if (codeOf(again) !== KEY_REUSED) throw again
      }
    }
    throw problem
  }
}
