import { ERRORS, PERMISSIONS, PURPOSES, type Route } from '@lianxin/contract'

type Json = Readonly<Record<string, unknown>>

/** The API as OpenAPI 3.1, from the same descriptors that the server routes and the client calls. */
export function openApiDocument(routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lianxin 连心',
      version: '0.1.0',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: DESCRIPTION,
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { follow: [] }, {}],
    paths,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'lianxin.session_token',
          description: 'Set by signing in; staff.',
        },
        follow: {
          type: 'apiKey',
          in: 'cookie',
          name: 'lianxin_follow',
          description: 'Set by following a matter with its code; requesters.',
        },
      },
      schemas: { Problem },
    },
  }
}

function operation(route: Route): Json {
  const { zh, en } = PERMISSIONS[route.permit]
  const multipart = route.id === 'file.upload'
  return {
    operationId: route.id.replaceAll('.', '_'),
    summary: route.summary,
    tags: [route.id.split('.')[0] ?? 'api'],
    description: `Permission \`${route.permit}\` (${zh}, ${en}).`,
    'x-permit': route.permit,
    parameters: [...fields(route.params, 'path'), ...fields(route.query, 'query'), ...headers(route)],
    ...(route.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }
      : {}),
    ...(multipart
      ? {
          requestBody: {
            required: true,
            content: {
              'multipart/form-data': {
                schema: {
                  type: 'object',
                  required: ['file'],
                  properties: { file: { type: 'string', format: 'binary' } },
                },
              },
            },
          },
        }
      : {}),
    responses: {
      200: {
        description: 'Done',
        content: {
          [route.media ?? 'application/json']: { schema: route.media ? { type: 'string' } : route.response },
        },
      },
      default: {
        description: 'A problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

type ObjectSchema = {
  readonly properties?: Readonly<Record<string, Json>>
  readonly required?: readonly string[]
}

function fields(schema: unknown, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = (schema ?? {}) as ObjectSchema
  return Object.entries(properties).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: field,
  }))
}

function headers(route: Route): Json[] {
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'A UUIDv7 made once per draft: the same key again gets the same outcome.',
    schema: { type: 'string', format: 'uuid' },
  }
  const purpose = {
    name: 'X-Purpose',
    in: 'header',
    required: route.purpose === 'required',
    description: 'Why personal data is read; it is written into the read ledger.',
    schema: { enum: Object.keys(PURPOSES) },
  }
  const post = {
    name: 'X-Post',
    in: 'header',
    required: false,
    description: 'Which of the own posts acts; the first without it.',
    schema: { type: 'string', format: 'uuid' },
  }
  return [...(route.command ? [key] : []), ...(route.purpose ? [purpose] : []), post]
}

const Problem: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'retry'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'A plain sentence in the language of Accept-Language.' },
    status: { type: 'integer' },
    code: { enum: Object.keys(ERRORS) },
    retry: { enum: ['never', 'same-key', 'later'] },
    instance: { type: 'string' },
    fields: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } } },
    },
  },
}

const DESCRIPTION = `The platform on which a district runs its grid service.

Times are Unix milliseconds (UTC). Coordinates carry their reference system. Lists page by cursor: send \`next\` back as \`cursor\`.
A command carries an \`Idempotency-Key\`; a command on an existing matter also carries the version that it saw.

| Code | Status | Retry | Sentence |
|---|---|---|---|
${Object.entries(ERRORS)
  .map(([code, { status, retry, en }]) => `| \`${code}\` | ${status} | ${retry} | ${en} |`)
  .join('\n')}`
