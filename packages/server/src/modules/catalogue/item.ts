import type { ClockKind, ItemQuestion } from '@lianxin/contract'

/** An item at a version. `limit` counts in `clockKind`s. `leadUnit`: a department's code, or `community` or `subdistrict` for the place's own. */
export type Item = {
  readonly code: string
  readonly version: number
  readonly origin: 'province' | 'district'
  readonly name: string
  readonly nameEn: string
  readonly plain: string
  readonly plainEn: string
  readonly major: string
  readonly majorName: string
  readonly majorNameEn: string
  readonly keywords: readonly string[]
  readonly kinds: readonly string[]
  readonly questions: readonly ItemQuestion[]
  readonly level: number
  readonly leadUnit: string
  readonly clockKind: ClockKind
  readonly limit: number
  readonly source: string
}

/** What every item has of its own; the rest may be left to what `addItems` takes for granted. */
export type NewItem = Omit<Item, Assumed> & Partial<Pick<Item, Assumed>>
type Assumed = 'origin' | 'plain' | 'plainEn' | 'kinds' | 'questions'

/** A version of an item as it was decided: from when, and whether the item ends with it. */
export type ItemDecision = Item & { readonly effectiveFrom: number; readonly ended: boolean }
