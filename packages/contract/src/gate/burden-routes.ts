import Type from 'typebox'
import { route } from '../route.ts'
import { Id, OneOf, PlaceCode, Version } from '../schema.ts'
import { BurdenBoard, CommunityBurden } from './burden-views.ts'
import { DUTY_UNIT_KINDS, DutyList, PublishDutyList } from './duty-lists.ts'

const closed = { additionalProperties: false } as const
const Month = Type.Optional(Type.String({ pattern: '^20\\d{2}-(0[1-9]|1[0-2])$' }))

/** What everybody may read: whose duty what is, and what every grid is burdened with. */
export const burdenRoutes = {
  lists: route({
    id: 'duty.lists',
    method: 'GET',
    path: '/api/duty-lists',
    summary: 'The duty lists in force: what subdistricts and communities do, assist with, and do not do',
    permit: 'public.read',
    response: Type.Array(DutyList),
  }),
  versions: route({
    id: 'duty.versions',
    method: 'GET',
    path: '/api/duty-lists/:unitKind',
    summary: 'Every version of the list of a kind of unit, newest first',
    permit: 'public.read',
    params: Type.Object({ unitKind: OneOf(DUTY_UNIT_KINDS) }),
    response: Type.Array(DutyList),
  }),
  publish: route({
    id: 'duty.publish',
    method: 'POST',
    path: '/api/duty-lists',
    summary: 'Publish the next version of a duty list, from a day on',
    permit: 'duty.publish',
    command: true,
    body: PublishDutyList,
    response: Type.Object({ listId: Id, version: Version }),
  }),
  board: route({
    id: 'burden.board',
    method: 'GET',
    path: '/api/burden',
    summary: 'Burden minutes of every community in a month, and the demands that cause them',
    permit: 'public.read',
    query: Type.Object({ month: Month }, closed),
    response: BurdenBoard,
  }),
  community: route({
    id: 'burden.community',
    method: 'GET',
    path: '/api/burden/:code',
    summary: 'Burden minutes of every grid of a community in a month, and what causes them',
    permit: 'public.read',
    params: Type.Object({ code: PlaceCode }),
    query: Type.Object({ month: Month }, closed),
    response: CommunityBurden,
  }),
} as const
