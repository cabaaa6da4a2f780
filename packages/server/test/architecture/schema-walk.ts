/** A JSON schema or a part of one; TypeBox adds nothing enumerable that is not plain JSON. */
type SchemaNode = Readonly<Record<string, unknown>>

export interface SchemaPlace {
  /** Property names from the root, e.g. `requester.phone`; array items add nothing. */
  readonly path: string
  readonly schema: SchemaNode
}

const isNode = (value: unknown): value is SchemaNode => typeof value === 'object' && value !== null

/** Every schema inside a schema, itself included. */
function* schemaPlaces(schema: unknown, path = ''): Generator<SchemaPlace> {
  if (Array.isArray(schema)) {
    for (const part of schema) yield* schemaPlaces(part, path)
    return
  }
  if (!isNode(schema)) return
  yield { path, schema }
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties' && isNode(value)) {
      for (const [name, property] of Object.entries(value)) {
        yield* schemaPlaces(property, path === '' ? name : `${path}.${name}`)
      }
    } else if (key !== 'enum' && key !== 'const' && key !== 'default') {
      yield* schemaPlaces(value, path)
    }
  }
}

const isPersonal = (schema: SchemaNode): boolean =>
  schema['x-personal'] === true || schema['x-sensitive'] === true

/** Paths of the personal fields inside a schema. */
export const personalPaths = (schema: unknown): readonly string[] =>
  [...schemaPlaces(schema)].filter((place) => isPersonal(place.schema)).map((place) => place.path)

/** Paths of strings that could hold a sentence: no pattern, no closed list, no format. */
export const freeTextPaths = (schema: unknown): readonly string[] =>
  [...schemaPlaces(schema)]
    .filter(({ schema: node }) => node['type'] === 'string')
    .filter(({ schema: node }) => !['pattern', 'format', 'enum', 'const'].some((key) => key in node))
    .map((place) => place.path)
