import { fieldLayout } from '../sheet/field-layout.ts'
import type { Layout } from '../sheet/layout.ts'
import { isTable, type Shape } from '../sheet/shape.ts'
import { tableLayout } from '../sheet/table-layout.ts'
import { type SettingName, settingOf } from './settings.ts'

/** How a rule is laid out as a spreadsheet: its schema says so. `before`: what it is now, for whatever a sheet does not name. */
export function settingLayout(name: SettingName, before: unknown): Layout {
  const { schema, house } = settingOf(name)
  const shape = schema as Shape
  return isTable(shape) ? tableLayout(shape.items ?? {}, house) : fieldLayout(shape, before)
}
