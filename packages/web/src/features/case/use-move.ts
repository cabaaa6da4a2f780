import { caseRoutes } from '@lianxin/contract/case/case-routes'
import type { CaseView, MoveView } from '@lianxin/contract/case/case-views'
import type { Bilingual } from '@lianxin/contract/schema'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { api } from '../../data/api-client.ts'
import { isApiProblem, isUnreachable } from '../../data/api-problem.ts'
import { readDraft } from '../../data/drafts.ts'
import { holderOf } from '../../data/holder.ts'
import { keepEntry } from '../../data/kept-entries.ts'
import { useMe } from '../../data/me.ts'
import { type KeptPhoto, usePhotoUploads } from '../../data/photo-uploads.ts'
import { isInputField, type MoveDraft, missingOf, moveInputOf, proposalOf } from './move-draft.ts'
import { noteOwnVersion } from './own-version.ts'
import { kindOf, useSuggestion } from './use-case.ts'
import { type StoredDraft, UNTOUCHED, useMoveDraft } from './use-move-draft.ts'

/** What the server said about single inputs, by the input's name. */
const fieldProblems = (error: unknown): Readonly<Record<string, Bilingual>> =>
  isApiProblem(error)
    ? Object.fromEntries(
        error.fields.map(({ field, zh, en }) => [
          field.split(/[./]/).find(isInputField) ?? field,
          { zh, en },
        ]),
      )
    : {}

interface MoveEnds {
  /** Runs once, after the server has said that it is done. */
  readonly onDone: () => void
  /** What was entered waits for a network, beside whichever page is open (data/kept-entries.ts). */
  readonly onLater: () => void
}

/**
 * One move of one matter: what is proposed, what was typed (kept on this device under one command id until it is
 * sent), what is missing, and sending it.
 */
export const useMove = (kase: CaseView, move: MoveView, { onDone, onLater }: MoveEnds) => {
  const client = useQueryClient()
  const who = holderOf(useMe().data)
  const stored = useMoveDraft(kase.id, move.move)
  const { typed, sentVersion, thumbs = {} } = stored.value
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
    onSuccess: ({ version }) => {
      noteOwnVersion(kase.id, version)
      stored.clear()
      onDone()
      return reread()
    },
    onError: (error) => {
      const sent = readDraft<StoredDraft>(stored.id)?.value.sentVersion
      if (isUnreachable(error) && draft.arrivalCode && who) {
        const { id: caseId, number } = kase
        keepEntry(
          { ...who, caseId, number, arrivalCode: draft.arrivalCode },
          { commandId: stored.commandId(), sentVersion: sent },
        )
        stored.clear()
        return onLater()
      }
      // Nobody knows whether it was done: the same command, under the same id, finds out.
      if (isApiProblem(error) && (error.status === 0 || error.status >= 500)) return
      stored.set({ sentVersion: undefined })
      stored.renew()
      if (isApiProblem(error) && error.status === 409) return reread()
      return undefined
    },
  })

  // As long as the form is open, what no network took is sent again once there is one: the same command, so once.
  const { mutate } = sending
  const isWaiting = isUnreachable(sending.error)
  useEffect(() => {
    if (!isWaiting) return
    const again = () => mutate()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [isWaiting, mutate])

  // Reads what is stored now: two photos may arrive between two drawings of the screen.
  const { id: draftId, set } = stored
  const edit = useCallback(
    (next: (before: StoredDraft) => Partial<StoredDraft>) =>
      set(next(readDraft<StoredDraft>(draftId)?.value ?? UNTOUCHED)),
    [set, draftId],
  )
  const change = useCallback(
    (next: MoveDraft) => edit((before) => ({ typed: { ...before.typed, ...next } })),
    [edit],
  )
  const kept = (draft.fileIds ?? []).map((fileId) => ({ fileId, thumb: thumbs[fileId] ?? '' }))
  const uploads = usePhotoUploads({
    kept,
    keep: ({ fileId, thumb }: KeptPhoto) =>
      edit((before) => ({
        typed: { ...before.typed, fileIds: [...(before.typed.fileIds ?? []), fileId] },
        thumbs: { ...before.thumbs, [fileId]: thumb },
      })),
    drop: (fileId) =>
      edit((before) => ({
        typed: { ...before.typed, fileIds: (before.typed.fileIds ?? []).filter((id) => id !== fileId) },
      })),
  })

  const submit = () => {
    if (sending.isPending || uploads.sending > 0) return
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
    /** Until it is known what is proposed: what was chosen before that would stand beside the proposal. */
    proposing: suggestion.isFetching && (suggestion.isPending || suggestion.isPlaceholderData),
    missing: showMissing ? missing : [],
    kept,
    uploads,
    sending: sending.isPending,
    problem: sending.error,
    fields: fieldProblems(sending.error),
  }
}

export type MoveForm = ReturnType<typeof useMove>
