import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { At, Bilingual, Id, Nullable, Page } from '../schema.ts'

export const LedgerRow = Type.Object({
  id: Id,
  at: At,
  /** The view's code, and what it shows in words. */
  view: Type.String(),
  sentence: Bilingual,
  purpose: Nullable(Bilingual),
  postTitle: Nullable(Type.String()),
  postTitleEn: Nullable(Type.String()),
  /** Read by somebody who acted in the post for its holder. */
  acting: Type.Boolean(),
  unitName: Nullable(Type.String()),
  unitNameEn: Nullable(Type.String()),
  subjectCount: Type.Integer(),
  times: Type.Integer(),
  sealed: Type.Boolean(),
})
export type LedgerRow = Static<typeof LedgerRow>

export const ledgerRoutes = {
  list: route({
    id: 'ledger.list',
    method: 'GET',
    path: '/api/ledger',
    summary: 'Every answer that showed personal data, newest first',
    permit: 'ledger.read',
    query: Type.Object(
      { cursor: Type.Optional(Type.String({ maxLength: 200 })) },
      { additionalProperties: false },
    ),
    response: Page(LedgerRow),
  }),
} as const
