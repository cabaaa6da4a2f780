/**
 * Stands in for the schema library in the browser bundle (vite.config.ts). The server validates; the browser only
 * needs paths, methods and the limits that a form shows, so it keeps the plain JSON Schema keywords and leaves the
 * 20 kB of builder at home. Types still come from the real library.
 */
type Shape = Readonly<Record<string, unknown>>

const typed =
  (type: string) =>
  (options: Shape = {}): Shape => ({ type, ...options })

const builders: Readonly<Record<string, (...input: never[]) => Shape>> = {
  String: typed('string'),
  Integer: typed('integer'),
  Number: typed('number'),
  Boolean: typed('boolean'),
  Null: typed('null'),
  Object: (properties: Shape, options: Shape = {}) => ({ type: 'object', properties, ...options }),
  Array: (items: Shape, options: Shape = {}) => ({ type: 'array', items, ...options }),
  Optional: (schema: Shape) => schema,
  Enum: (words: readonly string[]) => ({ enum: words }),
  Union: (anyOf: readonly Shape[]) => ({ anyOf }),
}

/** Every other builder gives an empty schema: nothing in the browser asks about it. */
const Type = new Proxy(builders, { get: (known, name: string) => known[name] ?? (() => ({})) })

export default Type
