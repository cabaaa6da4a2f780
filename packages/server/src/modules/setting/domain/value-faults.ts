import { type FieldProblem, SETTING_NAMES, type SettingName, settingOf } from '@lianxin/contract'
import { Ajv, type ValidateFunction } from 'ajv'
import { fieldProblems } from '../../../kernel/field-problem.ts'

const ajv = new Ajv({ allErrors: true, strict: false })
const checks = new Map<SettingName, ValidateFunction>(
  SETTING_NAMES.map((name) => [name, ajv.compile(settingOf(name).schema)]),
)

/** What is wrong with a value, field by field. `more`: what this district's own tables say against one whose form is right. */
export function valueFaults(
  name: SettingName,
  value: unknown,
  more: (value: unknown) => readonly FieldProblem[],
): readonly FieldProblem[] {
  const fits = checks.get(name)
  if (!fits?.(value)) return fieldProblems(fits?.errors ?? [])
  return [...(settingOf(name).faults?.(value) ?? []), ...more(value)]
}
