import type { Raised } from '@lianxin/contract/case/case-commands'
import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { catalogueRoutes } from '@lianxin/contract/catalogue/catalogue-routes'
import { unanswered } from '@lianxin/contract/catalogue/item-answers'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queryOf } from '../../data/api-client.ts'
import { isApiProblem } from '../../data/api-problem.ts'
import { readDraft } from '../../data/drafts.ts'
import { useOwnDraft } from '../../data/own-draft.ts'
import { type KeptPhoto, usePhotoUploads } from '../../data/photo-uploads.ts'
import { usePreferences } from '../../ui/preferences.ts'
import {
  EMPTY_FINDING,
  type FindingDraft,
  type FindingEnd,
  findable,
  MOST_PHOTOS,
  raiseOf,
  type Unsaid,
} from './finding-draft.ts'

const ITEMS_FRESH_MS = 60 * 60 * 1000

/** Writing down what was found: the draft of this person on this device, its photos, what is open, and sending it once. */
export const useFinding = (
  name: string,
  assumed: Omit<Unsaid, 'words'>,
  onDone: (raised: Raised) => void,
) => {
  const { locale } = usePreferences()
  const { id, value, set, commandId, clear, renew } = useOwnDraft<FindingDraft>(
    `finding.${name}`,
    EMPTY_FINDING,
  )
  const draft = { ...EMPTY_FINDING, ...value }
  const photosNow = () => readDraft<FindingDraft>(id)?.value.photos ?? []
  const client = useQueryClient()
  const items = useQuery({ ...queryOf(catalogueRoutes.items, {}), staleTime: ITEMS_FRESH_MS })
  const item = items.data?.find(({ code }) => code === draft.itemCode)
  // What stands on the card that was tapped says what was found, where nothing was typed.
  const plain = item && (locale === 'en' ? item.plainEn : item.plain)
  const unsaid = { ...assumed, words: plain ?? '' }
  const [tried, setTried] = useState<FindingEnd | null>(null)

  const uploads = usePhotoUploads({
    kept: draft.photos,
    keep: (photo: KeptPhoto) => set({ photos: [...photosNow(), photo].slice(0, MOST_PHOTOS) }),
    drop: (fileId) => set({ photos: photosNow().filter((photo) => photo.fileId !== fileId) }),
  })
  const open = item ? unanswered(item.questions, draft.answers) : []
  const nothing = draft.words.trim() === '' && unsaid.words === ''

  const sending = useMutation({
    mutationFn: (end: FindingEnd) => {
      const body = draft.sent ?? raiseOf(draft, end, unsaid)
      set({ sent: body })
      return api(caseRoutes.raise, { body, commandId: commandId() })
    },
    onSuccess: (raised) => {
      clear()
      onDone(raised)
      return Promise.all([
        client.invalidateQueries({ queryKey: [caseRoutes.list.id] }),
        client.invalidateQueries({ queryKey: [caseRoutes.counts.id] }),
        client.invalidateQueries({ queryKey: ['inbox'] }),
      ])
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
    items: findable(items.data ?? []),
    item,
    uploads,
    set: (change: Partial<FindingDraft>) => {
      if (problem && problem.status > 0) sending.reset()
      set(change)
    },
    send: (end: FindingEnd) => {
      setTried(end)
      if (sending.isPending || uploads.sending > 0 || open.length > 0 || nothing) return
      sending.mutate(end)
    },
    pending: sending.isPending,
    /** The button that was pressed last: it shows that it is working. */
    tried,
    problem: sending.error,
    /** Parts that must be changed before it can be sent, once somebody has tried. */
    wordsMissing: tried !== null && nothing,
    isOpen: (code: string) => tried !== null && open.some((one) => one.code === code),
    refusedPlace: problem?.code.startsWith('place.') ? problem.detail : undefined,
  }
}

export type FindingForm = ReturnType<typeof useFinding>
