import { caseRoutes } from '@lianxin/contract/case/case-routes'
import type { CaseView, MoveView } from '@lianxin/contract/case/case-views'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useActivePost } from '../../data/active-post.ts'
import { api } from '../../data/api-client.ts'
import { isApiProblem } from '../../data/api-problem.ts'
import { useDraft } from '../../data/drafts.ts'
import { isInputField, type MoveDraft, missingOf, moveInputOf, proposalOf } from './move-draft.ts'
import { kindOf, useSuggestion } from './use-case.ts'

interface Stored {
  readonly typed: MoveDraft
  /** The version that was sent and got no answer: sending again must be the same command, letter for letter. */
  readonly sentVersion?: number | undefined
}
const UNTOUCHED: Stored = { typed: {} }

export const draftIdOf = (post: string | null, caseId: string, move: string): string =>
  `move.${post ?? 'first'}.${caseId}.${move}`

/**
 * One move of one matter: what is proposed, what was typed (kept on this device under one command id until it is
 * sent), what is missing, and sending it. `onDone` runs once, after the server has said that it is done.
 */
export const useMove = (kase: CaseView, move: MoveView, onDone: () => void) => {
  const client = useQueryClient()
  const post = useActivePost()
  const stored = useDraft<Stored>(draftIdOf(post, kase.id, move.move), UNTOUCHED)
  const { typed, sentVersion } = stored.value
  const kind = kindOf(kase)

  const guided = [...move.needs, ...move.may].some((field) => field === 'itemCode' || field === 'units')
  const suggestion = useSuggestion(kase.id, typed.itemCode ?? kase.item?.code, guided)
  const draft = useMemo(
    () => ({ ...proposalOf(move, suggestion.data), ...typed }),
    [move, suggestion.data, typed],
  )
  const missing = missingOf(move, kind, draft)
  const [showMissing, setShowMissing] = useState(false)

  const reread = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: [caseRoutes.view.id] }),
      client.invalidateQueries({ queryKey: [caseRoutes.counts.id] }),
      client.invalidateQueries({ queryKey: ['inbox'] }),
    ])

  const sending = useMutation({
    mutationFn: () => {
      const version = sentVersion ?? kase.version
      stored.set({ typed: draft, sentVersion: version })
      return api(caseRoutes.move, {
        params: { id: kase.id },
        body: moveInputOf(move, draft, version),
        commandId: stored.commandId(),
      })
    },
    onSuccess: () => {
      stored.clear()
      onDone()
      return reread()
    },
    onError: (error) => {
      // Nobody knows whether it was done: the same command, under the same id, finds out.
      if (isApiProblem(error) && (error.status === 0 || error.status >= 500)) return
      stored.set({ sentVersion: undefined })
      stored.renew()
      if (isApiProblem(error) && error.status === 409) return reread()
      return undefined
    },
  })

  const change = useCallback(
    (next: MoveDraft) => stored.set({ typed: { ...stored.value.typed, ...next } }),
    [stored],
  )
  const submit = () => {
    if (sending.isPending) return
    setShowMissing(true)
    if (missing.length === 0) sending.mutate()
  }
  return {
    draft,
    typed,
    kind,
    change,
    submit,
    discard: stored.clear,
    savedAt: stored.savedAt,
    suggestion: suggestion.data,
    missing: showMissing ? missing : [],
    sending: sending.isPending,
    problem: sending.error,
    fields: fieldProblems(sending.error),
  }
}

export type MoveForm = ReturnType<typeof useMove>

/** What the server said about single inputs, by the input's name. */
const fieldProblems = (error: unknown): Readonly<Record<string, { zh: string; en: string }>> =>
  isApiProblem(error)
    ? Object.fromEntries(
        error.fields.map(({ field, zh, en }) => [
          field.split(/[./]/).find(isInputField) ?? field,
          { zh, en },
        ]),
      )
    : {}
