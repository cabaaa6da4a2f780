import type { Bilingual } from '../schema.ts'

/** What a number counts, as it is said behind it; `one` where English says one of it differently. */
export type UnitWords = Bilingual & { readonly one?: string }

/** What screens and spreadsheets read off the schema of a rule. */
export interface Shape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly enum?: readonly string[]
  /** A value that may be left out. */
  readonly anyOf?: readonly Shape[]
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly multipleOf?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly minLength?: number
  readonly maxLength?: number
  readonly 'x-input'?: 'time' | 'words' | 'day' | 'monthDay' | 'item'
  readonly 'x-title'?: Bilingual
  readonly 'x-unit'?: UnitWords
  readonly 'x-choices'?: Readonly<Record<string, Bilingual>>
  /** What may stand here, where its form does not say it. */
  readonly 'x-expected'?: Bilingual
}
export type Fields = Readonly<Record<string, unknown>>

export const titleOf = (shape: Shape): Bilingual => shape['x-title'] ?? { zh: '', en: '' }
export const fieldsOf = (shape: Shape): readonly (readonly [name: string, field: Shape])[] =>
  Object.entries(shape.properties ?? {})
export const fieldOf = (value: unknown, name: string): unknown => (value as Fields | null | undefined)?.[name]
export const rowsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A list of things that have fields of their own: shown and edited as a table. */
export const isTable = (shape: Shape): boolean =>
  shape.type === 'array' && shape.items?.properties !== undefined

/** What a value is when it is there. */
export const present = (shape: Shape): Shape => shape.anyOf?.find(({ type }) => type !== 'null') ?? shape
export const mayBeLeftOut = (shape: Shape): boolean => shape.anyOf !== undefined

export const joined = (parts: readonly Bilingual[], zh: string, en: string): Bilingual => ({
  zh: parts.map((part) => part.zh).join(zh),
  en: parts.map((part) => part.en).join(en),
})
