import type { CodesToShow } from '@lianxin/contract/whistle/whistle-views'
import { useMemo, useSyncExternalStore } from 'react'
import { serverNow } from '../ui/server-time.ts'
import { getActivePost, setActivePost } from './active-post.ts'
import { deviceText } from './device-text.ts'
import { type Holder, isOf } from './holder.ts'
import { rowsIn } from './kept-list.ts'

/** The arrival codes of one person at one post as they were read last. No words and nobody's name: numbers of matters, units and digits. */
export type KeptCodes = CodesToShow & Holder

/** Whoever is called comes within days; what the device could not ask about for longer is forgotten. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000
/** 2: they say whose they are, not only of which post. */
const store = deviceText('lianxin.codes', 2)
const SHAPE = { accountId: 'string', postId: 'string', at: 'number', rows: { length: 'number' } } as const

/** Keeps what was read in place of what was kept: codes of a whistle that is over go with it. */
export const keepCodes = (kept: KeptCodes): void =>
  store.write(kept.rows.length === 0 ? null : JSON.stringify(kept))

/** When somebody signs out, or somebody else signs in. */
export const forgetCodes = store.forget

/**
 * What of a stored text is there now, by the server's clock, which said when they were read. Before its first answer this device's
 * counts: a telephone that was lost shows none for longer. On one whose clock is ahead they are hidden and not lost; the next
 * answer brings them back.
 */
export const parseCodes = (text: string | null, now = serverNow()): KeptCodes | null => {
  const [kept = null] = rowsIn<KeptCodes>(text, SHAPE)
  return kept && now - kept.at < KEPT_MS ? kept : null
}

/** What is kept for somebody; while it is not known who is asking, for whoever was signed in here last. */
export const useKeptCodes = (who?: Holder): KeptCodes | null => {
  const text = useSyncExternalStore(store.subscribe, store.read)
  const kept = useMemo(() => parseCodes(text), [text])
  return kept && (!who || isOf(who, kept)) ? kept : null
}

/** A browser that was closed has forgotten which post was in use; its codes say. */
export const resumePost = (): void => {
  const kept = parseCodes(store.read())
  if (kept && getActivePost() === null) setActivePost(kept.postId)
}
