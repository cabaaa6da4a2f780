import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Nullable, OneOf, Page, Version, Words } from '../schema.ts'
import { STAFF_TAKE_DOWN_REASONS } from './echo-events.ts'
import { EchoDeskRow, EchoDraft, EchoPicture, EchoStanding, PictureSide } from './echo-views.ts'

const closed = { additionalProperties: false } as const
const ById = Type.Object({ id: Id })
const Cursor = Type.Optional(Type.String({ maxLength: 200 }))
const Size = Type.Object({ size: Type.Optional(OneOf(['full', 'thumb'] as const)) }, closed)
const Share = Type.Number({ minimum: 0, maximum: 1 })
const Changed = Type.Object({ entryId: Id, version: Version })
/** A rectangle to be made unrecognisable, in shares of the picture's width and height. */
export const Masked = Type.Object({ x: Share, y: Share, width: Share, height: Share }, closed)
export type Masked = Static<typeof Masked>

export const ECHO_TEXT_MOST = 2000
export const ECHO_PICTURES_MOST = 6

export const PublishEntry = Type.Object(
  {
    /** The version of the answer that is being corrected; null when none is on the wall. */
    expectedVersion: Nullable(Version),
    raised: Words(ECHO_TEXT_MOST, 4),
    answer: Words(ECHO_TEXT_MOST, 4),
    placeShown: OneOf(['community', 'compound'] as const),
    pictureIds: Type.Array(Id, { maxItems: ECHO_PICTURES_MOST }),
    /** Findings that the publisher looked at and wants to keep, word for word. */
    keep: Type.Array(Words(200), { maxItems: 100 }),
  },
  closed,
)
export type PublishEntry = Static<typeof PublishEntry>

/** What the publisher does at the desk. */
export const echoDeskRoutes = {
  standing: route({
    id: 'echo.standing',
    method: 'GET',
    path: '/api/cases/:id/echo',
    summary: 'How a matter stands towards the echo wall',
    permit: 'case.view',
    params: ById,
    response: EchoStanding,
  }),
  draft: route({
    id: 'echo.draft',
    method: 'GET',
    path: '/api/cases/:id/echo/draft',
    summary: 'The original beside the text to be published, for a stated purpose',
    permit: 'echo.publish',
    purpose: 'required',
    params: ById,
    response: EchoDraft,
  }),
  addPicture: route({
    id: 'echo.addPicture',
    method: 'POST',
    path: '/api/cases/:id/echo/pictures',
    summary: 'Make a public copy of a photo with what must not be recognised pixelated',
    permit: 'echo.publish',
    ratePerMinute: 60,
    params: ById,
    body: Type.Object(
      {
        fileId: Id,
        side: PictureSide,
        masks: Type.Array(Masked, { maxItems: 40 }),
        /** Somebody looked: no face and no plate can be recognised. Nothing is assumed. */
        confirmed: Type.Boolean(),
      },
      closed,
    ),
    response: EchoPicture,
  }),
  draftPicture: route({
    id: 'echo.draftPicture',
    method: 'GET',
    path: '/api/cases/:id/echo/pictures/:pictureId',
    summary: 'A public copy of a photo before it is published',
    permit: 'echo.publish',
    media: 'image/webp',
    params: Type.Object({ id: Id, pictureId: Id }),
    query: Size,
    response: Type.Unknown(),
  }),
  publish: route({
    id: 'echo.publish',
    method: 'POST',
    path: '/api/cases/:id/echo',
    summary: 'Publish an answer on the echo wall, or correct it',
    permit: 'echo.publish',
    command: true,
    params: ById,
    body: PublishEntry,
    response: Changed,
  }),
  takeDown: route({
    id: 'echo.takeDown',
    method: 'POST',
    path: '/api/cases/:id/echo/take-down',
    summary: 'Take an answer off the echo wall, with a reason',
    permit: 'echo.takeDown',
    command: true,
    params: ById,
    body: Type.Object(
      {
        expectedVersion: Version,
        reason: OneOf(STAFF_TAKE_DOWN_REASONS),
        words: Type.Optional(Words(500)),
      },
      closed,
    ),
    response: Changed,
  }),
  desk: route({
    id: 'echo.desk',
    method: 'GET',
    path: '/api/desk/echo',
    summary: 'Matters that may be published, are on the wall, or were taken down, within reach',
    permit: 'echo.publish',
    query: Type.Object({ show: OneOf(['ready', 'published', 'down'] as const), cursor: Cursor }, closed),
    response: Page(EchoDeskRow),
  }),
} as const
