import type { GateDraft, GateField } from '@lianxin/contract/gate/gate-draft'
import type { GateView } from '@lianxin/contract/gate/gate-views'

const DAY_MS = 86_400_000

/** A demand before anything is written. */
export const blankDemand = (now: number): GateDraft => ({
  kind: 'form',
  dutyCode: null,
  level: 'community',
  minutes: 10,
  frequency: 'once',
  fromAt: now,
  untilAt: now + 90 * DAY_MS,
  communityCodes: [],
  words: { title: '', purpose: '', basis: '', fields: [] },
})

/** A demand that is there already, to be changed. */
export const demandOf = ({ words, recipients, ...view }: GateView): GateDraft => ({
  kind: view.kind,
  dutyCode: view.dutyCode,
  level: view.level,
  minutes: view.minutes,
  frequency: view.frequency,
  fromAt: view.fromAt,
  untilAt: view.untilAt,
  communityCodes: recipients.map(({ communityCode }) => communityCode),
  words,
})

/** A key that no other field of the form has. */
export function nextField(fields: readonly GateField[]): GateField {
  const taken = new Set(fields.map(({ key }) => key))
  let serial = fields.length + 1
  while (taken.has(`f${serial}`)) serial += 1
  return { key: `f${serial}`, label: '', elementCode: null, kind: 'number', options: [] }
}

export type Missing = 'title' | 'purpose' | 'basis' | 'fields' | 'communities'

/** What must still be written before the server can look at it. */
export function missingIn({ kind, words, communityCodes }: GateDraft): readonly Missing[] {
  const { title, purpose, basis, fields } = words
  return [
    ...(title.trim().length < 2 ? (['title'] as const) : []),
    ...(purpose.trim().length < 4 ? (['purpose'] as const) : []),
    ...(basis.trim().length < 2 ? (['basis'] as const) : []),
    ...(communityCodes.length === 0 ? (['communities'] as const) : []),
    ...(kind === 'form' && !fields.some(({ label }) => label.trim() !== '') ? (['fields'] as const) : []),
  ]
}

/** The demand as it is sent: without blanks at the ends, and without fields that have no name yet. */
export const trimmed = ({ words, ...draft }: GateDraft): GateDraft => ({
  ...draft,
  words: {
    title: words.title.trim(),
    purpose: words.purpose.trim(),
    basis: words.basis.trim(),
    fields:
      draft.kind === 'form'
        ? words.fields
            .filter(({ label }) => label.trim() !== '')
            .map((field) => ({ ...field, label: field.label.trim(), options: optionsOf(field) }))
        : [],
  },
})

const optionsOf = ({ kind, options }: GateField): string[] =>
  kind === 'choice' ? options.map((option) => option.trim()).filter((option) => option !== '') : []

/** A draft that the estimate can be asked of although not everything is written; null: not yet. */
export function askable(draft: GateDraft): GateDraft | null {
  const filled = trimmed(draft)
  const { title, purpose, basis, fields } = filled.words
  if (filled.communityCodes.length === 0) return null
  const pad = (text: string, least: number) => (text.length < least ? text.padEnd(least, '·') : text)
  return {
    ...filled,
    words: { title: pad(title, 2), purpose: pad(purpose, 4), basis: pad(basis, 2), fields },
  }
}
