import Type from 'typebox'
import { route } from '../route.ts'
import { Id, OneOf } from '../schema.ts'

export const fileRoutes = {
  upload: route({
    id: 'file.upload',
    method: 'POST',
    path: '/api/files',
    summary: 'Upload one photo (multipart field `file`); it is re-encoded and its metadata removed',
    permit: 'file.upload',
    ratePerMinute: 40,
    response: Type.Object({ fileId: Id, width: Type.Integer(), height: Type.Integer() }),
  }),
  view: route({
    id: 'file.view',
    method: 'GET',
    path: '/api/files/:id',
    summary: 'A photo of a matter within reach',
    permit: 'case.view',
    media: 'image/webp',
    params: Type.Object({ id: Id }),
    query: Type.Object(
      { size: Type.Optional(OneOf(['full', 'thumb'] as const)) },
      { additionalProperties: false },
    ),
    response: Type.Unknown(),
  }),
  viewFollowed: route({
    id: 'file.viewFollowed',
    method: 'GET',
    path: '/api/follow/files/:id',
    summary: 'A photo of the matter that the requester follows',
    permit: 'case.follow',
    media: 'image/webp',
    params: Type.Object({ id: Id }),
    query: Type.Object(
      { size: Type.Optional(OneOf(['full', 'thumb'] as const)) },
      { additionalProperties: false },
    ),
    response: Type.Unknown(),
  }),
} as const
