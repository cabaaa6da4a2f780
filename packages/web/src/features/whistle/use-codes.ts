import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { whistleRoutes } from '@lianxin/contract/whistle/whistle-routes'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { queryOf } from '../../data/api-client.ts'
import type { Holder } from '../../data/holder.ts'
import { keepApp } from '../../data/keep-app.ts'
import { keepCodes } from '../../data/kept-codes.ts'
import { useKeptEntries } from '../../data/kept-entries.ts'
import { loadWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { sendEntry } from './send-entry.ts'

/** Where something waits, it is looked for the server so often; a network that comes back says so itself. */
export const LOOK_MS = 15_000

/**
 * Keeps the codes of all open whistles of this person and post on the device while there is a network, and what opens them without one;
 * and sends what was entered meanwhile as soon as the server answers again.
 */
export const useCodes = ({ accountId, postId }: Holder) => {
  const client = useQueryClient()
  const { locale } = usePreferences()
  const waiting = useKeptEntries({ accountId, postId }).filter(({ state }) => state === 'waiting')
  const { data, dataUpdatedAt } = useQuery({
    ...queryOf(whistleRoutes.codes, {}),
    refetchOnReconnect: 'always',
    refetchInterval: waiting.length > 0 ? LOOK_MS : false,
  })
  useEffect(() => {
    if (data) keepCodes({ accountId, postId, ...data })
    if (!data || data.rows.length === 0) return
    // For this page at once, and for one that is opened later.
    void Promise.allSettled([
      import('./code-picture.tsx'),
      import('./code-camera.tsx'),
      loadWords(locale, 'whistle'),
      keepApp(),
    ])
  }, [data, accountId, postId, locale])
  const sending = useRef(false)
  const toSend = useRef(waiting)
  useEffect(() => {
    toSend.current = waiting
  })
  const first = waiting[0]?.commandId
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer of the server is what says that it is there again
  useEffect(() => {
    if (first === undefined || sending.current) return
    sending.current = true
    const all = async () => {
      const settled = []
      for (const entry of toSend.current) settled.push(await sendEntry(entry))
      // Nothing settled, nothing new: asking at once would only ask for ever.
      if (!settled.includes(true)) return
      await Promise.all(
        [whistleRoutes.codes, caseRoutes.view, caseRoutes.list].map(({ id }) =>
          client.invalidateQueries({ queryKey: [id] }),
        ),
      )
    }
    void all().finally(() => {
      sending.current = false
    })
  }, [first, dataUpdatedAt, client])
}
