import type { DataElement } from './data-element.ts'
import { DATA_ELEMENTS, elementByCode } from './data-elements.ts'

/** A field of a form as far as it is compared. */
export type ComparedField = { readonly label: string; readonly elementCode: string | null }
/** A form in force. */
export type ComparedForm = { readonly requestId: string; readonly fields: readonly ComparedField[] }

/** code: the builder chose it from the dictionary · name: the dictionary's own name · synonym: another name for it. */
export type MatchReason = 'code' | 'name' | 'synonym'
export type FieldMatch = { readonly element: DataElement; readonly reason: MatchReason }

/** held: the house has it · asked: another form in force asks for it · unknown: nobody holds it yet. */
export type FieldOverlap = {
  readonly status: 'held' | 'asked' | 'unknown'
  readonly match: FieldMatch | null
  /** Forms in force that ask for the same. */
  readonly requestIds: readonly string[]
}

const NOISE = /^(本|贵|该|我|各|辖区内?|社区内?|全社区|目前|现有|现|共有?|截至目前|当前|填报)+/
const ENDS = /(情况|信息|合计|总计)$/
const UNITS = /[（(](个|户|人|套|栋|件|条|名|次|单位[:：]?.{1,3})[)）]$/

/**
 * A label as it is compared: full-width and spaces gone, units in brackets, words that point at the community itself and
 * endings that say nothing taken off; “个数”, “数量” and “总数” are one and the same.
 */
export function plainLabel(label: string): string {
  let plain = label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s:：、，,.。*_-]/g, '')
    .replace(UNITS, '')
  const named = plain
  plain = plain
    .replace(NOISE, '')
    .replace(ENDS, '')
    .replace(/(总|个)?数量?$/, '数')
  return plain === '' || plain === '数' ? named : plain
}

const BY_NAME = new Map(
  DATA_ELEMENTS.flatMap((one) => [one.name.zh, one.name.en].map((name) => [plainLabel(name), one])),
)
const BY_SYNONYM = new Map(
  DATA_ELEMENTS.flatMap((one) => one.synonyms.map((name) => [plainLabel(name), one])),
)

/** Which element of the dictionary a field asks for, and by what that was seen. */
export function matchField({ label, elementCode }: ComparedField): FieldMatch | null {
  const chosen = elementCode === null ? undefined : elementByCode(elementCode)
  if (chosen) return { element: chosen, reason: 'code' }
  const plain = plainLabel(label)
  const named = BY_NAME.get(plain)
  if (named) return { element: named, reason: 'name' }
  const other = BY_SYNONYM.get(plain)
  return other ? { element: other, reason: 'synonym' } : null
}

/** Under what two fields are the same question: the element, or else the label as it is compared. */
export const questionOf = (field: ComparedField): string =>
  matchField(field)?.element.code ?? `label:${plainLabel(field.label)}`

/** What of a form is held already or asked by another form in force. Decided by codes and names alone: the same input, the same answer. */
export function overlapOf(
  fields: readonly ComparedField[],
  inForce: readonly ComparedForm[],
): readonly FieldOverlap[] {
  const asked = inForce.map(({ requestId, fields: theirs }) => ({
    requestId,
    questions: new Set(theirs.map(questionOf)),
  }))
  return fields.map((field) => {
    const match = matchField(field)
    const question = questionOf(field)
    const requestIds = asked.filter((form) => form.questions.has(question)).map((form) => form.requestId)
    const status = match?.element.held ? 'held' : requestIds.length > 0 ? 'asked' : 'unknown'
    return { status, match, requestIds }
  })
}

/** Fields that somebody must still type. */
export const stillAsked = (overlap: readonly FieldOverlap[]): number =>
  overlap.filter(({ status }) => status === 'unknown').length

/** An honest estimate is no lower than this: reading and sending takes a minute, and each field that nobody holds one more. */
export const leastMinutes = (overlap: readonly FieldOverlap[]): number =>
  stillAsked(overlap) === 0 ? 0 : 1 + stillAsked(overlap)
