import type { Bilingual } from '../schema.ts'

/**
 * none: about things · count: how many people (blurred below five for whoever asks) · staff: who holds a public post (filled in for the community,
 * not handed to whoever asks) · resident: about one resident: no form may ask for it.
 */
export type PersonalClass = 'none' | 'count' | 'staff' | 'resident'

export type DataElement = {
  readonly code: string
  readonly name: Bilingual
  readonly what: Bilingual
  readonly kind: 'number' | 'text'
  readonly personal: PersonalClass
  /** Other names under which forms ask for it. */
  readonly synonyms: readonly string[]
  /** Where it is held already, and how fresh; null: nowhere yet. */
  readonly held: { readonly where: Bilingual; readonly fresh: Bilingual } | null
}

type Held = DataElement['held']
/** An element, short to write. */
export const element = (
  code: string,
  names: readonly [zh: string, en: string],
  what: readonly [zh: string, en: string],
  held: Held,
  synonyms: readonly string[] = [],
  more: Partial<Pick<DataElement, 'kind' | 'personal'>> = {},
): DataElement => ({
  code,
  name: { zh: names[0], en: names[1] },
  what: { zh: what[0], en: what[1] },
  kind: 'number',
  personal: 'none',
  synonyms,
  held,
  ...more,
})
