import type { EchoStep, Refusal } from '@lianxin/contract'
import { refuse } from '@lianxin/contract'
import { eraseContent, putContent } from '../../kernel/content.ts'
import type { NewEvent } from '../../kernel/event-store.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { Entry } from './domain/entry.ts'
import { downed, entryEvent } from './domain/entry-event.ts'
import { replaceTokens, saveEntry, setPictures } from './store.ts'

export type TakeDownState = {
  readonly entry: Entry | undefined
  readonly eventId: string
  /** The content row of the words that say why; null without any. */
  readonly wordsId: string | null
}

/** Down is for good: words and pictures of the copy go, that it was there stays. */
export function decideTakeDown(
  { entry, eventId, wordsId }: TakeDownState,
  reason: NonNullable<Entry['reason']>,
  expectedVersion: number | null,
): readonly NewEvent<EchoStep>[] | Refusal {
  if (!entry || entry.state === 'down') return refuse('echo.down')
  if (expectedVersion !== null && entry.version !== expectedVersion) return refuse('case.changed')
  return [
    entryEvent({
      id: eventId,
      type: 'echo.takenDown',
      entry: downed(entry, reason),
      contentIds: wordsId ? [{ field: 'reason', id: wordsId }] : [],
      pictureIds: [],
      keptFindings: 0,
    }),
  ]
}

export async function saveTakeDown(
  tx: Tx,
  entry: Entry,
  { payload }: NewEvent<EchoStep>,
  words: { readonly id: string; readonly text: string } | null,
): Promise<void> {
  await eraseContent(tx, entry.id)
  if (words) await putContent(tx, [{ ...words, streamId: entry.id, field: 'reason' }])
  await saveEntry(tx, { ...entry, version: payload.version, state: 'down', reason: payload.reason })
  await setPictures(tx, entry.id, [])
  await replaceTokens(tx, entry.id, [])
}
