import { type Refusal, SETTING_NAMES, type SettingName, settingOf } from '@lianxin/contract'
import { Ajv, type ValidateFunction } from 'ajv'
import { fieldProblems } from '../../../kernel/field-problem.ts'

const ajv = new Ajv({ allErrors: true, strict: false })
const checks = new Map<SettingName, ValidateFunction>(
  SETTING_NAMES.map((name) => [name, ajv.compile(settingOf(name).schema)]),
)

/** What is wrong with a value, field by field; null: nothing is. */
export function valueFaults(name: SettingName, value: unknown): Refusal | null {
  const fits = checks.get(name)
  const fields = fits?.(value) ? (settingOf(name).faults?.(value) ?? []) : fieldProblems(fits?.errors ?? [])
  return fields.length > 0 ? { refusal: 'input.invalid', fields } : null
}
