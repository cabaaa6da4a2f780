import type { Me } from '@lianxin/contract/account/account-routes'
import { useMemo, useSyncExternalStore } from 'react'
import { whenWallKnown } from '../ui/now.ts'
import { deviceText } from './device-text.ts'
import { type Holder, isOf } from './holder.ts'
import { fromNow, type Passing, stillKept } from './lifetime.ts'
import { uuidV7 } from './uuid-v7.ts'

/**
 * A code of the other side that was entered without a network: it waits on this device until the server has taken or
 * refused it. Digits and numbers of matters; no words and nobody's name. Nobody else's command is sent in one's own name.
 */
export interface KeptEntry extends Holder, Passing {
  readonly caseId: string
  readonly number: string
  readonly arrivalCode: string
  readonly commandId: string
  /** Unix milliseconds, by this device's clock. */
  readonly at: number
  /** The version that was sent and got no answer: sending again must be the same command, letter for letter. */
  readonly sentVersion?: number | undefined
  /** `over`: nobody is waited for there any more. */
  readonly state: 'waiting' | 'done' | 'over' | 'refused'
  /** What the server said, in the language that it was asked in. */
  readonly refusal?: string
  /**
   * What kept it from being sent the last time, where that was neither the network nor the server's word: for whoever
   * looks after the system, and no sentence for whoever reads.
   */
  readonly fault?: string | undefined
}

/** As long as the codes themselves: a code of a whistle that was over a week ago attests nothing. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000
/** 2: they say who entered them, not only at which post. */
const store = deviceText('lianxin.code-entries', 2)
/** What an earlier build kept: it says at which post it was entered, and not who did. */
export type EarlierEntry = Omit<KeptEntry, 'accountId'>
const earlier = deviceText('lianxin.code-entries')

const parse = <T extends EarlierEntry>(text: string | null): readonly T[] => {
  if (text === null) return []
  try {
    const kept = JSON.parse(text) as T[]
    return stillKept(
      kept.filter(({ commandId }) => typeof commandId === 'string'),
      KEPT_MS,
    )
  } catch {
    return []
  }
}

export const readEntries = (): readonly KeptEntry[] => parse<KeptEntry>(store.read())
const write = (entries: readonly KeptEntry[]): void =>
  store.write(entries.length === 0 ? null : JSON.stringify(entries))
const readEarlier = () => parse<EarlierEntry>(earlier.read())
const writeEarlier = (entries: readonly EarlierEntry[]): void =>
  earlier.write(entries.length === 0 ? null : JSON.stringify(entries))
whenWallKnown(() => {
  write(readEntries())
  writeEarlier(readEarlier())
})

type Entered = Holder & Pick<KeptEntry, 'caseId' | 'number' | 'arrivalCode'>

/** Another code for the same matter takes its place only where the earlier one is settled: two units may have come. */
export const keepEntry = (entered: Entered, sent: Pick<KeptEntry, 'commandId' | 'sentVersion'>): void => {
  const entry: KeptEntry = { ...entered, ...sent, at: Date.now(), ...fromNow(), state: 'waiting' }
  const stays = (one: KeptEntry) =>
    one.commandId !== sent.commandId && (one.caseId !== entered.caseId || one.state === 'waiting')
  write([...readEntries().filter(stays), entry])
}

export const changeEntry = (commandId: string, change: Partial<KeptEntry>): void =>
  write(readEntries().map((one) => (one.commandId === commandId ? { ...one, ...change } : one)))

export const dropEntry = (commandId: string): void =>
  write(readEntries().filter((one) => one.commandId !== commandId))
export const dropEarlierEntry = (commandId: string): void =>
  writeEarlier(readEarlier().filter((one) => one.commandId !== commandId))

type Person = Pick<Me, 'accountId' | 'posts'>

/**
 * What an earlier build kept at a post of this person's own is theirs, and goes on under the same command. At a post in which
 * they act it may be its holder's: it stays, is told and is sent by nobody.
 */
export const adoptEntries = ({ accountId, posts }: Person): void => {
  const found = readEarlier()
  if (accountId === null || found.length === 0) return
  const isOwn = ({ postId }: EarlierEntry) =>
    posts.some(({ id, actingUntil }) => id === postId && actingUntil === null)
  const known = readEntries()
  const isNew = ({ commandId }: EarlierEntry) => known.every((one) => one.commandId !== commandId)
  const own = found.filter((one) => isOwn(one) && isNew(one)).map((one) => ({ ...one, accountId }))
  write([...known, ...own])
  writeEarlier(found.filter((one) => !isOwn(one)))
}

/** What others entered goes; what this person entered waits on, and what was left at a post of theirs is told on. */
export const forgetOthersEntries = (person: Person): void => {
  adoptEntries(person)
  const own = readEntries().filter((one) => one.accountId === person.accountId)
  const left = readEarlier().filter(({ postId }) => person.posts.some(({ id }) => id === postId))
  forgetEntries()
  write(own)
  writeEarlier(left)
}

/** When somebody signs out. */
export const forgetEntries = (): void => {
  store.forget()
  earlier.write(null)
}

/** A new command for the same digits: the one that was sent is settled. */
export const freshCommand = () => ({ commandId: uuidV7(), sentVersion: undefined })

export const useKeptEntries = (who: Holder | undefined): readonly KeptEntry[] => {
  const text = useSyncExternalStore(store.subscribe, store.read)
  const entries = useMemo(() => parse<KeptEntry>(text), [text])
  return who ? entries.filter((one) => isOf(who, one)) : []
}

/** Entered before an update and waiting, at a post that is not the own one of whoever is signed in: it is not sent. */
export const useLeftEntries = (): readonly EarlierEntry[] => {
  const text = useSyncExternalStore(earlier.subscribe, earlier.read)
  return useMemo(() => parse<EarlierEntry>(text).filter(({ state }) => state === 'waiting'), [text])
}
