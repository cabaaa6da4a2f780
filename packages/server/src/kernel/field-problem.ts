import type { FieldProblem } from '@lianxin/contract'
import type { ErrorObject } from 'ajv'

/** What is wrong with a field, in words. Never repeats what was typed. */
function words({ keyword, params }: ErrorObject): { zh: string; en: string } {
  const limit = String((params as { limit?: number }).limit ?? '')
  switch (keyword) {
    case 'required':
      return { zh: '这一项必须填写。', en: 'This is needed.' }
    case 'minLength':
      return { zh: `至少写 ${limit} 个字。`, en: `At least ${limit} characters.` }
    case 'maxLength':
      return { zh: `最多 ${limit} 个字。`, en: `At most ${limit} characters.` }
    case 'minItems':
      return { zh: `至少选 ${limit} 个。`, en: `At least ${limit}.` }
    case 'maxItems':
      return { zh: `最多 ${limit} 个。`, en: `At most ${limit}.` }
    case 'minimum':
      return { zh: `不能小于 ${limit}。`, en: `Not less than ${limit}.` }
    case 'maximum':
      return { zh: `不能大于 ${limit}。`, en: `Not more than ${limit}.` }
    case 'enum':
    case 'const':
    case 'anyOf':
      return { zh: '请从给出的选项里选。', en: 'Please choose one of the options.' }
    case 'additionalProperties':
      return { zh: '这里没有这一项。', en: 'There is no such field here.' }
    default:
      return { zh: '格式不对。', en: 'Not in the right form.' }
  }
}

/** Field path in dots, e.g. `where.point.lon`; the missing or superfluous field itself for those keywords. */
export function fieldProblems(errors: readonly ErrorObject[]): readonly FieldProblem[] {
  const seen = new Map<string, FieldProblem>()
  for (const error of errors) {
    const params = error.params as { missingProperty?: string; additionalProperty?: string }
    const leaf = params.missingProperty ?? params.additionalProperty
    const field = [...error.instancePath.split('/').slice(1), ...(leaf ? [leaf] : [])].join('.') || 'body'
    if (!seen.has(field)) seen.set(field, { field: field.slice(0, 80), ...words(error) })
  }
  return [...seen.values()].slice(0, 20)
}
