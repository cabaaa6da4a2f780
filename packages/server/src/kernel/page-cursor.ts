import { Refused } from './refused.ts'

/** Where a page of a list in the order of (time, id) ended. */
export type PagePosition = { readonly at: number; readonly id: string }

/** Opaque to clients, so that a list may be ordered otherwise one day. */
export const cursorAfter = ({ at, id }: PagePosition): string =>
  Buffer.from(`${at}.${id}`).toString('base64url')

/** @throws Refused for a cursor that we did not make. */
export function positionOf(cursor: string): PagePosition {
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (at && id) return { at: Number(at), id }
  const field = { field: 'cursor', zh: '翻页位置无效。', en: 'This is not a page position.' }
  throw new Refused({ refusal: 'input.invalid', fields: [field] })
}
