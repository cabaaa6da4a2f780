import Type, { type Static } from 'typebox'
import { ROLES } from '../permissions.ts'
import { route } from '../route.ts'
import { At, Id, Nullable, OneOf, Personal, PlaceCode, Sensitive } from '../schema.ts'

export const PostView = Type.Object({
  id: Id,
  role: OneOf(ROLES),
  title: Type.String(),
  titleEn: Type.String(),
  unitId: Id,
  unitName: Type.String(),
  unitNameEn: Type.String(),
  placeCode: PlaceCode,
  placeName: Type.String(),
  placeNameEn: Type.String(),
  /** Until then the reader acts for its holder; null: it is the reader's own. */
  actingUntil: Nullable(At),
})
export type PostView = Static<typeof PostView>

/** Who is asking: nobody, a requester who follows a matter, or an account with its posts. `active` is the post in use (header `X-Post`, else the first). */
export const Me = Type.Object({
  kind: OneOf(['anonymous', 'requester', 'account'] as const),
  /** The reader's own, and nobody else's: a device tells by it whose what it keeps is, where a post passes from hand to hand. */
  accountId: Nullable(Id),
  name: Nullable(Personal(Type.String())),
  username: Nullable(Type.String()),
  posts: Type.Array(PostView),
  active: Nullable(PostView),
  can: Type.Array(Type.String()),
})
export type Me = Static<typeof Me>

const Done = Type.Object({ ok: Type.Boolean() })

export const accountRoutes = {
  signIn: route({
    id: 'account.signIn',
    method: 'POST',
    path: '/api/auth/sign-in/username',
    summary: 'Sign in with user name and password; the session is an HTTP-only cookie',
    permit: 'public.read',
    ratePerMinute: 20,
    body: Type.Object(
      {
        username: Type.String({ minLength: 1, maxLength: 40 }),
        password: Sensitive(Type.String({ minLength: 1, maxLength: 256 })),
      },
      { additionalProperties: false },
    ),
    response: Done,
  }),
  signOut: route({
    id: 'account.signOut',
    method: 'POST',
    path: '/api/auth/sign-out',
    summary: 'Sign out on this device',
    permit: 'public.read',
    response: Done,
  }),
  me: route({
    id: 'account.me',
    method: 'GET',
    path: '/api/me',
    summary: 'The signed-in person, posts and permissions',
    permit: 'self.read',
    response: Me,
  }),
} as const
