import type { Me } from '@lianxin/contract/account/account-routes'
import { type Holder, isOf } from './holder.ts'
import { keptList } from './kept-list.ts'
import { fromNow, type Passing } from './lifetime.ts'
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

const KEPT = {
  name: 'lianxin.code-entries',
  shape: { commandId: 'string' },
  id: 'commandId',
  // As long as the codes themselves: a code of a whistle that was over a week ago attests nothing.
  keptMs: 7 * 24 * 60 * 60 * 1000,
} as const
/** In the order in which they were entered. 2: they say who entered them, not only at which post. */
const list = keptList<KeptEntry>({ ...KEPT, format: 2 })
/** What an earlier build kept: it says at which post it was entered, and not who did. */
export type EarlierEntry = Omit<KeptEntry, 'accountId'>
const earlier = keptList<EarlierEntry>(KEPT)

export const readEntries = list.read

type Entered = Holder & Pick<KeptEntry, 'caseId' | 'number' | 'arrivalCode'>

/** Another code for the same matter takes its place only where the earlier one is settled: two units may have come. */
export const keepEntry = (entered: Entered, sent: Pick<KeptEntry, 'commandId' | 'sentVersion'>): void => {
  const entry: KeptEntry = { ...entered, ...sent, ...fromNow(), state: 'waiting' }
  const stays = (one: KeptEntry) =>
    one.commandId !== sent.commandId && (one.caseId !== entered.caseId || one.state === 'waiting')
  list.write([...readEntries().filter(stays), entry])
}

export const changeEntry = (commandId: string, change: Partial<KeptEntry>): void =>
  list.write(readEntries().map((one) => (one.commandId === commandId ? { ...one, ...change } : one)))

export const dropEntry = list.drop
export const dropEarlierEntry = earlier.drop

type Person = Pick<Me, 'accountId' | 'posts'>

/**
 * What an earlier build kept at a post of this person's own is theirs, and goes on under the same command. At a post in which
 * they act it may be its holder's: it stays, is told and is sent by nobody.
 */
export const adoptEntries = ({ accountId, posts }: Person): void => {
  const found = earlier.read()
  if (accountId === null || found.length === 0) return
  const isOwn = ({ postId }: EarlierEntry) =>
    posts.some(({ id, actingUntil }) => id === postId && actingUntil === null)
  const known = readEntries()
  const isNew = ({ commandId }: EarlierEntry) => known.every((one) => one.commandId !== commandId)
  const own = found.filter((one) => isOwn(one) && isNew(one)).map((one) => ({ ...one, accountId }))
  list.write([...known, ...own])
  earlier.write(found.filter((one) => !isOwn(one)))
}

/** What others entered goes; what this person entered waits on, and what was left at a post of theirs is told on. */
export const forgetOthersEntries = (person: Person): void => {
  adoptEntries(person)
  const own = readEntries().filter((one) => one.accountId === person.accountId)
  const left = earlier.read().filter(({ postId }) => person.posts.some(({ id }) => id === postId))
  forgetEntries()
  list.write(own)
  earlier.write(left)
}

/** When somebody signs out. */
export const forgetEntries = (): void => {
  list.forget()
  earlier.write([])
}

/** A new command for the same digits: the one that was sent is settled. */
export const freshCommand = () => ({ commandId: uuidV7(), sentVersion: undefined })

export const useKeptEntries = (who: Holder | undefined): readonly KeptEntry[] => {
  const entries = list.useAll()
  return who ? entries.filter((one) => isOf(who, one)) : []
}

/** Entered before an update and waiting, at a post that is not the own one of whoever is signed in: it is not sent. */
export const useLeftEntries = (): readonly EarlierEntry[] =>
  earlier.useAll().filter(({ state }) => state === 'waiting')
