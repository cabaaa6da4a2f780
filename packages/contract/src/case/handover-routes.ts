import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { At, Bilingual, Id, Nullable, Version } from '../schema.ts'

/** An open matter that the former holder of a post worked on, until whoever has it now says so. */
export const HandoverRow = Type.Object({
  caseId: Id,
  number: Type.String(),
  state: Bilingual,
  item: Nullable(Bilingual),
  dueAt: Nullable(At),
  handedAt: At,
  postTitle: Type.String(),
  postTitleEn: Type.String(),
  /** Nobody holds the post: anybody of the unit may take it over. */
  vacant: Type.Boolean(),
})
export type HandoverRow = Static<typeof HandoverRow>

export const handoverRoutes = {
  list: route({
    id: 'case.handovers',
    method: 'GET',
    path: '/api/handovers',
    summary: 'Open matters handed over to the reader’s post, and those of vacant posts of the unit',
    permit: 'case.takeOver',
    response: Type.Array(HandoverRow),
  }),
  takeOver: route({
    id: 'case.takeOver',
    method: 'POST',
    path: '/api/cases/:id/handover',
    summary: 'Says that a matter handed over is taken over',
    permit: 'case.takeOver',
    command: true,
    params: Type.Object({ id: Id }),
    response: Type.Object({ caseId: Id, version: Version }),
  }),
} as const
