import type { KeptItem } from '@lianxin/contract/catalogue/item-keeping-routes'
import { type SettingName, settingOf } from '@lianxin/contract/setting/settings'
import { fieldsOf, type Shape, shapeOf } from '../../../data/field-shape.ts'
import { shownVersion } from '../../../features/catalogue/filter-items.ts'
import { useKeptItems } from '../../../features/catalogue/use-kept-items.ts'

/** The form of a rule; where it names items, they are chosen from the catalogue and shown by their names. */
export function useRuleShape(name: SettingName): Shape {
  const catalogue = useKeptItems(settingOf(name).items !== undefined)
  const shape = shapeOf(name)
  return catalogue.data ? withItems(shape, catalogue.data.items) : shape
}

function withItems(shape: Shape, items: readonly KeptItem[]): Shape {
  if (shape['x-input'] === 'item')
    return {
      ...shape,
      enum: items.map(({ code }) => code),
      'x-choices': Object.fromEntries(
        items.map((item) => {
          const { name = '', nameEn = '' } = shownVersion(item) ?? {}
          return [item.code, { zh: `${item.code} ${name}`, en: `${item.code} ${nameEn}` }]
        }),
      ),
    }
  return {
    ...shape,
    ...(shape.items ? { items: withItems(shape.items, items) } : {}),
    ...(shape.properties
      ? {
          properties: Object.fromEntries(
            fieldsOf(shape).map(([field, one]) => [field, withItems(one, items)]),
          ),
        }
      : {}),
  }
}
