import { caseRoutes } from '@lianxin/contract/case/case-routes'
import type { MoveView } from '@lianxin/contract/case/case-views'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { api } from '../../data/api-client.ts'
import { isApiProblem } from '../../data/api-problem.ts'
import { readDraft, useDraft } from '../../data/drafts.ts'
import { type KeptPhoto, usePhotoUploads } from '../../data/photo-uploads.ts'
import { type Movable, rereadFollowed } from './followed-case.ts'
import {
  asks,
  entryDraftId,
  entryFor,
  inputOf,
  MOST_MOVE_PHOTOS,
  type MoveEntry,
  problemsOfEntry,
  type StoredEntry,
  UNTOUCHED,
} from './move-entry.ts'

/** Nobody knows whether it was done. */
const isOpen = (problem: unknown): boolean =>
  isApiProblem(problem) && (problem.status === 0 || problem.status >= 500)

/** One step of the requester: what is entered survives everything until the server has it. `onRefused`: before the page shows why. */
export const useFollowMove = (
  view: Movable,
  move: MoveView,
  onDone: (entry: MoveEntry) => void,
  onRefused?: (problem: unknown) => void,
) => {
  const client = useQueryClient()
  const id = entryDraftId(view.id, move.move)
  const answeredAt = (asks(move, 'solved') && view.joined?.answeredAt) || null
  const stored = useDraft<StoredEntry>(id, UNTOUCHED)
  const entry = useMemo(() => entryFor(stored.value, answeredAt), [stored.value, answeredAt])
  const now = (): StoredEntry => entryFor(readDraft<StoredEntry>(id)?.value, answeredAt)
  const [tried, setTried] = useState(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const busy = useRef(false)

  const uploads = usePhotoUploads({
    kept: entry.photos,
    keep: (photo: KeptPhoto) => stored.set({ photos: [...now().photos, photo].slice(0, MOST_MOVE_PHOTOS) }),
    drop: (fileId) => stored.set({ photos: now().photos.filter((photo) => photo.fileId !== fileId) }),
  })

  const send = async (): Promise<void> => {
    setTried(true)
    const sent = now()
    if (busy.current || uploads.sending > 0 || problemsOfEntry(move, sent).length > 0) return
    busy.current = true
    setPending(true)
    setProblem(null)
    const version = sent.sentVersion ?? view.version
    stored.set({ ...sent, sentVersion: version })
    try {
      const said = { body: inputOf(move, sent, version), commandId: stored.commandId() }
      await (view.isRemedy
        ? api(caseRoutes.remedyMove, { ...said, params: { id: view.id } })
        : api(caseRoutes.followedMove, said))
      stored.clear()
      onDone(sent)
      await rereadFollowed(client)
    } catch (refused) {
      setProblem(refused)
      if (isOpen(refused)) return
      stored.set({ sentVersion: null })
      stored.renew()
      onRefused?.(refused)
      // Changed meanwhile, or the session is over: the page shows which.
      await rereadFollowed(client)
    } finally {
      busy.current = false
      setPending(false)
    }
  }

  const change = (part: Partial<MoveEntry>) => {
    setProblem(null)
    stored.set({ ...now(), ...part })
  }
  return {
    entry,
    change,
    send,
    pending,
    problem,
    problems: tried ? problemsOfEntry(move, entry) : [],
    uploads,
    /** Words are waiting from an earlier visit. */
    begun: stored.savedAt !== null,
  }
}
