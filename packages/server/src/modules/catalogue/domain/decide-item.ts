import { isDeepStrictEqual } from 'node:util'
import {
  CHINA_UTC_OFFSET_MINUTES,
  earliest,
  type ItemDecided,
  type ItemDraft,
  localMinuteOf,
  type Refusal,
  refuse,
} from '@lianxin/contract'
import { derivedId } from '../../../kernel/derived-id.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import type { Item, ItemDecision } from '../item.ts'

/** The fields of an item that the district writes, e.g. to see whether two versions say the same. */
export const draftOf = (item: Item): ItemDraft => ({
  ...{ name: item.name, nameEn: item.nameEn, plain: item.plain, plainEn: item.plainEn, major: item.major },
  ...{ keywords: [...item.keywords], kinds: [...item.kinds], questions: [...item.questions] },
  ...{ level: item.level, leadUnit: item.leadUnit, clockKind: item.clockKind, limit: item.limit },
  source: item.source,
})

/** Would this decision change nothing? */
export const isSame = (last: ItemDecision | undefined, draft: unknown): boolean =>
  last !== undefined && !last.ended && isDeepStrictEqual(draftOf(last), draft)

/** From when a decision counts. A moment that is over, or about to be, is refused. */
export function effectiveFrom(wanted: number | null, now: number): number | Refusal {
  const soonest = earliest(now)
  const from = wanted ?? soonest
  return from < soonest
    ? refuse('setting.too-soon', { earliest: localMinuteOf(soonest, CHINA_UTC_OFFSET_MINUTES) })
    : from
}

/** Why nobody in the district may decide on this item as they saw it; undefined: they may. */
export function notToBeDecided(last: ItemDecision | undefined, seenVersion: number): Refusal | undefined {
  if (last?.origin === 'province') return refuse('catalogue.provincial')
  return (last?.version ?? 0) === seenVersion ? undefined : refuse('catalogue.changed')
}

export const itemDecided = (eventId: string, payload: ItemDecided): NewEvent<ItemDecided> => ({
  ...{ id: eventId, type: 'item.decided', stream: 'item', streamId: derivedId('item', payload.code) },
  streamVersion: payload.version,
  payload,
})
