import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { fromNow, type Passing, stillKept } from './lifetime.ts'
import { uuidV7 } from './uuid-v7.ts'

/**
 * What a person typed, kept on this device until it is sent, together with the id of the command that will send it.
 * The id is made once with the draft and shared by every tab that opens the same draft: a double tap, a retry or two
 * tabs therefore make one case.
 */
export interface Draft<T> extends Passing {
  readonly commandId: string
  readonly value: T
  /** Unix milliseconds of the last change, by this device's clock. */
  readonly savedAt: number
}

const PREFIX = 'lianxin.draft.'
/** An unsent draft may hold a phone number; it does not stay on a shared phone for ever. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000

/** Where storage is closed, drafts live as long as the page. */
const memory = new Map<string, string>()
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

const readText = (id: string): string | null => {
  try {
    return localStorage.getItem(PREFIX + id)
  } catch {
    return memory.get(id) ?? null
  }
}

const writeText = (id: string, text: string | null): void => {
  try {
    if (text === null) localStorage.removeItem(PREFIX + id)
    else localStorage.setItem(PREFIX + id, text)
  } catch {
    if (text === null) memory.delete(id)
    else memory.set(id, text)
  }
  tell()
}

const parse = <T>(text: string | null): Draft<T> | null => {
  if (text === null) return null
  try {
    const draft = JSON.parse(text) as Draft<T>
    const [kept = null] = typeof draft.commandId === 'string' ? stillKept([draft], KEPT_MS) : []
    return kept
  } catch {
    return null
  }
}

/** The draft as it is stored now, by whichever tab; null when there is none. */
export const readDraft = <T>(id: string): Draft<T> | null => parse<T>(readText(id))

/** Stores what was typed under the command id that the draft already has, or a new one. */
export const saveDraft = <T>(id: string, value: T): Draft<T> => {
  const commandId = readDraft<T>(id)?.commandId ?? uuidV7()
  const draft = { commandId, value, savedAt: Date.now(), ...fromNow() }
  writeText(id, JSON.stringify(draft))
  return draft
}

/** After success, or when the person throws it away. */
export const clearDraft = (id: string): void => writeText(id, null)

/** A new command id for the same words: only after the server said that the old one carried other content. */
export const renewDraft = <T>(id: string): void => {
  const draft = readDraft<T>(id)
  if (draft) writeText(id, JSON.stringify({ ...draft, commandId: uuidV7() }))
}

/** Goes on under another id and the same command; where something stands there already, that is newer and stays. */
export const renameDraft = (from: string, to: string): void => {
  if (readDraft(to) === null) writeText(to, readText(from))
  clearDraft(from)
}

export const draftIds = (): readonly string[] => {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length))
  } catch {
    return []
  }
}

/** Removes drafts past their time, and lets that of the others begin; called as soon as the server's time is known. */
export const forgetOldDrafts = (): void => {
  for (const id of draftIds()) {
    const draft = readDraft(id)
    writeText(id, draft && JSON.stringify(draft))
  }
}

const subscribe = (listener: () => void): (() => void) => {
  const onStorage = (event: StorageEvent) => {
    if (event.key === null || event.key.startsWith(PREFIX)) listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', onStorage)
  }
}

/**
 * A form's values as a draft. `commandId()` makes or reads the shared id at the moment of sending, so that two tabs
 * send the same one; call `clear()` after success.
 */
export const useDraft = <T extends object>(id: string, initial: T) => {
  const text = useSyncExternalStore(subscribe, () => readText(id))
  const draft = useMemo(() => parse<T>(text), [text])
  const value = draft?.value ?? initial
  const set = useCallback(
    (change: Partial<T>) => saveDraft<T>(id, { ...(readDraft<T>(id)?.value ?? initial), ...change }),
    [id, initial],
  )
  const commandId = useCallback(
    () => (readDraft<T>(id) ?? saveDraft<T>(id, initial)).commandId,
    [id, initial],
  )
  const clear = useCallback(() => clearDraft(id), [id])
  const renew = useCallback(() => renewDraft<T>(id), [id])
  return { value, savedAt: draft?.savedAt ?? null, set, commandId, clear, renew }
}
