import {
  DAY_MS,
  type DutyEntry,
  elementByCode,
  type FieldOverlap,
  type ForbiddenFinding,
  forbiddenIn,
  type GateDraft,
  leastMinutes,
  matchField,
  questionOf,
  type Refusal,
  refuse,
  stillAsked,
} from '@lianxin/contract'

/** What a demand is checked against. */
export type Ground = {
  readonly entries: ReadonlyMap<string, DutyEntry>
  readonly unitOf: ReadonlyMap<string, string>
  readonly overlap: readonly FieldOverlap[]
}

const LONGEST_MS = 3 * 366 * DAY_MS

/** Everything in a demand that may not be asked for, by the place in the draft where it stands. */
export function forbiddenParts(
  words: GateDraft['words'],
): readonly (ForbiddenFinding & { readonly field: string })[] {
  const parts = [
    ['words.title', words.title],
    ['words.purpose', words.purpose],
    ...words.fields.flatMap(({ key, label, options }) => [
      [`fields.${key}`, [label, ...options].join(' ')] as const,
    ]),
  ] as const
  const found = parts.flatMap(([field, text]) => forbiddenIn(text).map((one) => ({ ...one, field })))
  const residents = words.fields
    .filter((field) => matchField(field)?.element.personal === 'resident')
    .filter(({ key }) => !found.some(({ field }) => field === `fields.${key}`))
  const [personList] = forbiddenIn('居民名单')
  return personList
    ? [
        ...found,
        ...residents.map(({ key, label }) => ({ ...personList, field: `fields.${key}`, found: label })),
      ]
    : found
}

/** Why a demand cannot be asked like this; undefined when it can. */
export function checkDemand(draft: GateDraft, ground: Ground, now: number): Refusal | undefined {
  const { kind, words, dutyCode, fromAt, untilAt, minutes } = draft
  const [forbidden] = forbiddenParts(words)
  if (forbidden) return refuse('gate.forbidden', { what: forbidden.rule.name, rule: forbidden.rule.rule })
  if (untilAt <= fromAt || untilAt <= now || untilAt - fromAt > LONGEST_MS) return refuse('gate.period-wrong')
  if (!fieldsFit(kind, words.fields)) return refuse('gate.fields-wrong')
  if (draft.communityCodes.some((code) => !ground.unitOf.has(code))) return refuse('gate.community-unknown')
  const entry = dutyCode === null ? undefined : ground.entries.get(dutyCode)
  if (dutyCode !== null && !entry) return refuse('gate.entry-unknown')
  if (entry?.class === 'notOurs')
    return refuse('gate.on-negative-list', { entry: { zh: entry.name, en: entry.nameEn } })
  const least = kind === 'form' ? leastMinutes(ground.overlap) : 1
  if (minutes < least) return refuse('gate.minutes-too-few', { least, typed: stillAsked(ground.overlap) })
  return undefined
}

function fieldsFit(kind: GateDraft['kind'], fields: GateDraft['words']['fields']): boolean {
  if (kind !== 'form') return fields.length === 0
  const once = (values: readonly string[]) => new Set(values).size === values.length
  return (
    fields.length > 0 &&
    once(fields.map(({ key }) => key)) &&
    once(fields.map(questionOf)) &&
    fields.every(({ kind: of, options }) => (of === 'choice') === options.length > 1) &&
    fields.every(({ elementCode }) => elementCode === null || elementByCode(elementCode) !== undefined)
  )
}
