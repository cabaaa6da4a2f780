import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { At, Id, Nullable, OneOf, PlaceCode, Version } from '../schema.ts'

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
  /** Who holds it from a date to come; without a name it falls vacant. */
  planned: Nullable(Type.Object({ name: Nullable(Type.String()), from: At })),
  /** Who works in it for its holder, now or from a date to come. */
  acting: Nullable(Type.Object({ accountId: Nullable(Id), name: Type.String(), from: At, until: At })),
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

/** A hand-over of the reader's own: a post of theirs, or one that comes to them. */
export const OwnChange = Type.Object({
  postId: Id,
  title: Type.String(),
  titleEn: Type.String(),
  placeName: Type.String(),
  placeNameEn: Type.String(),
  /** Who holds it now; null: vacant. */
  holder: Nullable(Type.String()),
  /** Who comes, or acts; null: it falls vacant. */
  successor: Nullable(Type.String()),
  what: OneOf(['holder', 'acting'] as const),
  from: At,
  /** Acting ends then. */
  until: Nullable(At),
})
export type OwnChange = Static<typeof OwnChange>

const Changed = Type.Object({ postId: Id, version: Version })
const closed = { additionalProperties: false }

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
    summary: 'Who holds a post from now or from a date to come; without a successor the post is vacant',
    permit: 'post.changeHolder',
    command: true,
    params: Type.Object({ id: Id }),
    body: Type.Object(
      {
        expectedVersion: Version,
        accountId: Nullable(Id),
        /** Absent: now. */
        from: Type.Optional(At),
      },
      closed,
    ),
    response: Changed,
  }),
  appointActing: route({
    id: 'post.appointActing',
    method: 'POST',
    path: '/api/posts/:id/acting',
    summary: 'Lets somebody work in a post for its holder between two dates; it ends by itself',
    permit: 'post.changeHolder',
    command: true,
    params: Type.Object({ id: Id }),
    body: Type.Object(
      { expectedVersion: Version, accountId: Id, from: Type.Optional(At), until: At },
      closed,
    ),
    response: Changed,
  }),
  cancelChange: route({
    id: 'post.cancelChange',
    method: 'POST',
    path: '/api/posts/:id/cancel',
    summary: 'Takes a change of holder back that is to come, or ends acting now',
    permit: 'post.changeHolder',
    command: true,
    params: Type.Object({ id: Id }),
    body: Type.Object({ expectedVersion: Version, what: OneOf(['holder', 'acting'] as const) }, closed),
    response: Changed,
  }),
  ownChanges: route({
    id: 'post.ownChanges',
    method: 'GET',
    path: '/api/posts/own/changes',
    summary: 'Who hands over to whom, in the reader’s posts and in those that come to the reader',
    permit: 'self.read',
    response: Type.Array(OwnChange),
  }),
} as const
