import { uuidTime } from '../../packages/server/src/kernel/uuid.ts'
import type { Operation } from '../drive/operations.ts'
import { type Captured, flat } from './capture.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
const PUBLIC_NUMBER = /^[A-Z]{2}-\d{6}-\d{4,9}-[2-9A-Z]$/

/** Within this time before the request an id may have been made for it: the client makes its own just before. */
const MADE_BEFORE_MS = 20

/**
 * What an operation made: ids that were minted for it and the public number it was given. To repeat its statements,
 * these must be new each time. An id that is written again where it exists (`on conflict … do update`) stays as it is
 * when the operation changed an existing thing: the repeated statement changes the row that the first one made.
 */
export function madeBy(one: Captured, writes: Operation['writes']): readonly string[] {
  const made = new Set<string>()
  const kept = new Set<string>()
  for (const { text, values } of flat(one)) {
    const updates = writes === 'inserts' && /do update/i.test(text) && !/insert into event/i.test(text)
    for (const value of values) {
      if (value && PUBLIC_NUMBER.test(value)) made.add(value)
      for (const [id] of value?.matchAll(UUID) ?? [])
        if ((uuidTime(id) ?? 0) >= one.askedAt - MADE_BEFORE_MS) (updates ? kept : made).add(id)
    }
  }
  return [...made].filter((id) => !kept.has(id))
}
