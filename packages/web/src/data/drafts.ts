import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { deviceText } from './device-text.ts'
import { rowsIn } from './kept-list.ts'
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

/** Each draft is a text of its own, so that two tabs that write two of them do not write over each other. */
const texts = new Map<string, ReturnType<typeof deviceText>>()
const textOf = (id: string) => {
  const text = texts.get(id) ?? deviceText(PREFIX + id)
  texts.set(id, text)
  return text
}

const parse = <T>(text: string | null): Draft<T> | null =>
  stillKept(rowsIn<Draft<T>>(text, { commandId: 'string' }), KEPT_MS)[0] ?? null

const write = <T>(id: string, draft: Draft<T> | null): void =>
  textOf(id).write(draft && JSON.stringify(draft))

/** The draft as it is stored now, by whichever tab; null when there is none. */
export const readDraft = <T>(id: string): Draft<T> | null => parse<T>(textOf(id).read())

/** Stores what was typed under the command id that the draft already has, or a new one. */
export const saveDraft = <T>(id: string, value: T): Draft<T> => {
  const commandId = readDraft<T>(id)?.commandId ?? uuidV7()
  const draft = { commandId, value, savedAt: Date.now(), ...fromNow() }
  write(id, draft)
  return draft
}

/** After success, or when the person throws it away. */
export const clearDraft = (id: string): void => write(id, null)

/** A new command id for the same words: only after the server said that the old one carried other content. */
export const renewDraft = <T>(id: string): void => {
  const draft = readDraft<T>(id)
  if (draft) write(id, { ...draft, commandId: uuidV7() })
}

/** Goes on under another id and the same command; where something stands there already, that is newer and stays. */
export const renameDraft = (from: string, to: string): void => {
  if (readDraft(to) === null) textOf(to).write(textOf(from).read())
  clearDraft(from)
}

const storedKeys = (): readonly string[] => {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

/** Also of those that could not be stored, and live as long as the page. */
export const draftIds = (): readonly string[] => {
  const stored = storedKeys().filter((key) => key.startsWith(PREFIX))
  const ids = new Set([...stored.map((key) => key.slice(PREFIX.length)), ...texts.keys()])
  return [...ids].filter((id) => textOf(id).read() !== null)
}

/** Removes drafts past their time, and lets that of the others begin; called as soon as the server's time is known. */
export const forgetOldDrafts = (): void => {
  for (const id of draftIds()) write(id, readDraft(id))
}

/**
 * A form's values as a draft. `commandId()` makes or reads the shared id at the moment of sending, so that two tabs
 * send the same one; call `clear()` after success.
 */
export const useDraft = <T extends object>(id: string, initial: T) => {
  const { subscribe, read } = textOf(id)
  const text = useSyncExternalStore(subscribe, read)
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
