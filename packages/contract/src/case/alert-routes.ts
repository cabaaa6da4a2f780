import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { At, Bilingual, Id, Nullable, OneOf } from '../schema.ts'

export const AlertRow = Type.Object({
  id: Id,
  caseId: Id,
  number: Type.String(),
  kind: OneOf([
    'overdue',
    'rung',
    'ownerMissing',
    'unitMissing',
    'supervisorMissing',
    'postVacant',
    'heldUp',
  ] as const),
  sentence: Bilingual,
  raisedAt: At,
  unitName: Nullable(Type.String()),
  unitNameEn: Nullable(Type.String()),
  itemName: Nullable(Type.String()),
  itemNameEn: Nullable(Type.String()),
  communityName: Type.String(),
  communityNameEn: Type.String(),
})
export type AlertRow = Static<typeof AlertRow>

export const alertRoutes = {
  list: route({
    id: 'alert.list',
    method: 'GET',
    path: '/api/alerts',
    summary: 'What is overdue or has no owner, for those who supervise it',
    permit: 'alert.list',
    response: Type.Array(AlertRow),
  }),
} as const
