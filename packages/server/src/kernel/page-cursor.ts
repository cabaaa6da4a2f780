import { Refused } from './refused.ts'

/** Where a page of a list in the order of (time, id) ended. */
export type PagePosition = { readonly at: number; readonly id: string }

const POSITION = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
/** The end of the year 9999: later ones the database does not read. */
export const LAST_MOMENT = 253_402_300_799_999

/** Opaque to clients, so that a list may be ordered otherwise one day. */
export const cursorAfter = ({ at, id }: PagePosition): string =>
  Buffer.from(`${at}.${id}`).toString('base64url')

/** @throws Refused for a cursor that we did not make. */
export function positionOf(cursor: string): PagePosition {
  const [, at, id] = POSITION.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (at && id && Number(at) <= LAST_MOMENT) return { at: Number(at), id }
  const field = { field: 'cursor', zh: '翻页位置无效。', en: 'This is not a page position.' }
  throw new Refused({ refusal: 'input.invalid', fields: [field] })
}
