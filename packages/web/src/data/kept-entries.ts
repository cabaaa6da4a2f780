import { useMemo, useSyncExternalStore } from 'react'
import { deviceText } from './device-text.ts'
import { type Holder, isOf } from './holder.ts'
import { uuidV7 } from './uuid-v7.ts'

/**
 * A code of the other side that was entered without a network: it waits on this device until the server has taken or
 * refused it. Digits and numbers of matters; no words and nobody's name. Nobody else's command is sent in one's own name.
 */
export interface KeptEntry extends Holder {
  readonly caseId: string
  readonly number: string
  readonly arrivalCode: string
  readonly commandId: string
  /** Unix milliseconds. */
  readonly at: number
  /** The version that was sent and got no answer: sending again must be the same command, letter for letter. */
  readonly sentVersion?: number | undefined
  /** `over`: nobody is waited for there any more. */
  readonly state: 'waiting' | 'done' | 'over' | 'refused'
  /** What the server said, in the language that it was asked in. */
  readonly refusal?: string
  /** What kept it from being sent the last time, where that was neither the network nor the server's word. */
  readonly fault?: string | undefined
}

/** As long as the codes themselves: a code of a whistle that was over a week ago attests nothing. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000
/** 2: they say who entered them, not only at which post. */
const store = deviceText('lianxin.code-entries', 2)

export const parseEntries = (text: string | null, now: number): readonly KeptEntry[] => {
  if (text === null) return []
  try {
    const kept = JSON.parse(text) as KeptEntry[]
    return kept.filter(({ commandId, at }) => typeof commandId === 'string' && now - at < KEPT_MS)
  } catch {
    return []
  }
}

export const readEntries = (): readonly KeptEntry[] => parseEntries(store.read(), Date.now())
const write = (entries: readonly KeptEntry[]): void =>
  store.write(entries.length === 0 ? null : JSON.stringify(entries))

type Entered = Holder & Pick<KeptEntry, 'caseId' | 'number' | 'arrivalCode'>

/** Another code for the same matter takes its place only where the earlier one is settled: two units may have come. */
export const keepEntry = (entered: Entered, sent: Pick<KeptEntry, 'commandId' | 'sentVersion'>): void => {
  const entry: KeptEntry = { ...entered, ...sent, at: Date.now(), state: 'waiting' }
  const stays = (one: KeptEntry) =>
    one.commandId !== sent.commandId && (one.caseId !== entered.caseId || one.state === 'waiting')
  write([...readEntries().filter(stays), entry])
}

export const changeEntry = (commandId: string, change: Partial<KeptEntry>): void =>
  write(readEntries().map((one) => (one.commandId === commandId ? { ...one, ...change } : one)))

export const dropEntry = (commandId: string): void =>
  write(readEntries().filter((one) => one.commandId !== commandId))

/** What others entered goes; what the person with this account entered waits on. */
export const forgetOthersEntries = (accountId: string | null): void => {
  const own = readEntries().filter((one) => one.accountId === accountId)
  forgetEntries()
  write(own)
}

/** When somebody signs out. */
export const forgetEntries = store.forget

/** A new command for the same digits: the one that was sent is settled. */
export const freshCommand = () => ({ commandId: uuidV7(), sentVersion: undefined })

export const useKeptEntries = (who: Holder | undefined): readonly KeptEntry[] => {
  const text = useSyncExternalStore(store.subscribe, store.read)
  const entries = useMemo(() => parseEntries(text, Date.now()), [text])
  return who ? entries.filter((one) => isOf(who, one)) : []
}
