import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { At, Id, Nullable, PlaceCode, Version } from '../schema.ts'

/** A post and the name under which somebody serves in it. */
export const PostRow = Type.Object({
  id: Id,
  version: Version,
  title: Type.String(),
  titleEn: Type.String(),
  unitId: Id,
  unitName: Type.String(),
  unitNameEn: Type.String(),
  placeCode: PlaceCode,
  placeName: Type.String(),
  placeNameEn: Type.String(),
  holder: Nullable(Type.Object({ accountId: Nullable(Id), name: Type.String(), since: At })),
  /** Whether the reader may say who holds it. */
  changeable: Type.Boolean(),
})
export type PostRow = Static<typeof PostRow>

/** The posts within reach, and the people who could hold one: whoever has or had a post in the same unit. */
export const PostBoard = Type.Object({
  posts: Type.Array(PostRow),
  people: Type.Array(Type.Object({ accountId: Id, unitId: Id, name: Type.String() })),
})
export type PostBoard = Static<typeof PostBoard>

export const postRoutes = {
  list: route({
    id: 'post.list',
    method: 'GET',
    path: '/api/posts',
    summary: 'The posts of the reader’s unit, who holds them, and who could',
    permit: 'post.list',
    response: PostBoard,
  }),
  changeHolder: route({
    id: 'post.changeHolder',
    method: 'POST',
    path: '/api/posts/:id/holder',
    summary: 'Ends who holds a post and begins the next; without a successor the post is vacant',
    permit: 'post.changeHolder',
    command: true,
    params: Type.Object({ id: Id }),
    body: Type.Object({ expectedVersion: Version, accountId: Nullable(Id) }, { additionalProperties: false }),
    response: Type.Object({ postId: Id, version: Version }),
  }),
} as const
