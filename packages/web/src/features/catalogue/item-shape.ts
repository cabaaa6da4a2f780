import {
  ItemDraft,
  type ItemVersion,
  type KeptCatalogue,
} from '@lianxin/contract/catalogue/item-keeping-routes'
import type { Bilingual } from '@lianxin/contract/schema'
import type { Shape } from '../../data/field-shape.ts'

interface Named {
  readonly code: string
  readonly name: Bilingual
}

/** The form of an item, with the groups and units that this district has. */
export function itemShape({ majors, leadUnits }: Pick<KeptCatalogue, 'majors' | 'leadUnits'>): Shape {
  const shape = ItemDraft as Shape
  const oneOf = (field: string, rows: readonly Named[]): Shape => ({
    ...shape.properties?.[field],
    enum: rows.map(({ code }) => code),
    'x-choices': Object.fromEntries(rows.map(({ code, name }) => [code, name])),
  })
  return {
    ...shape,
    properties: {
      ...shape.properties,
      major: oneOf('major', majors),
      leadUnit: oneOf('leadUnit', leadUnits),
    },
  }
}

/** What a version says, without when and by whom it was decided. */
export const draftOf = ({
  version: _,
  effectiveFrom: __,
  ended: ___,
  decidedBy: ____,
  ...draft
}: ItemVersion): ItemDraft => draft
