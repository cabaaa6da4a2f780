import type { MoveInput } from '@lianxin/contract/case/case-commands'
import type { MoveView, Suggestion } from '@lianxin/contract/case/case-views'
import { INPUT_FIELDS, type InputField, type Kind } from '@lianxin/contract/kinds/kind'
import type { UnitRow } from '@lianxin/contract/org/org-routes'
import { mayCallIn } from '@lianxin/contract/org/unit-kinds'

type Inputs = Omit<MoveInput, 'move' | 'expectedVersion'>
export type ChosenUnit = NonNullable<MoveInput['units']>[number]

/** What somebody has typed for one move of one matter, and not sent yet. Absent = untouched. */
export type MoveDraft = { readonly [Field in keyof Inputs]?: Inputs[Field] | undefined }

/** A control of the form: an input of the contract, or the closed lists that a move asks to choose from. */
export type FormField = InputField | 'choices'

/** The inputs of a move in the order of the form: choices first, then words, then photos. */
const FORM_ORDER: readonly FormField[] = [
  'choices',
  'personId',
  'assignmentId',
  'dutyCode',
  'otherId',
  'arrivalCode',
  'itemCode',
  'level',
  'units',
  'dueAt',
  'solved',
  'satisfaction',
  'scores',
  'tally',
  'words',
  'reason',
  'fileIds',
]

export const isInputField = (name: string): name is InputField => INPUT_FIELDS.some((field) => field === name)

/** Exactly the inputs that the move needs or may carry; a field that this browser does not know is left out. */
export const fieldsOf = (move: MoveView): readonly FormField[] => {
  const named = new Set<FormField>([...move.needs, ...move.may].filter(isInputField))
  if (move.choices.length > 0) named.add('choices')
  return FORM_ORDER.filter((field) => named.has(field))
}

/** What is proposed for a move before anybody touches it: the likeliest item with its level, the duty units. */
export const proposalOf = (move: MoveView, suggestion: Suggestion | undefined): MoveDraft => {
  if (!suggestion) return {}
  const fields = fieldsOf(move)
  const [item] = suggestion.items
  return {
    ...(fields.includes('itemCode') && item ? { itemCode: item.code } : {}),
    ...(fields.includes('level') && item ? { level: item.level } : {}),
    ...(fields.includes('units') && !move.besideLead && suggestion.units.length > 0
      ? { units: suggestion.units.map(({ id, role }) => ({ unitId: id, role })) }
      : {}),
  }
}

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** Whether this draft must say why: the move asks for it, or the deadline was changed (GB/T 30428: limits are not moved silently). */
export const needsReason = (move: MoveView, kind: Kind | undefined, draft: MoveDraft): boolean =>
  move.needs.includes('reason') ||
  (draft.dueAt !== undefined && (kind?.moves[move.move]?.rules.includes('deadlineChangeNeedsReason') ?? true))

/** The inputs that are still missing, in the order of the form. */
export const missingOf = (move: MoveView, kind: Kind | undefined, draft: MoveDraft): readonly FormField[] =>
  fieldsOf(move).filter((field) => {
    if (field === 'choices') return move.choices.some(({ choice }) => draft.choices?.[choice] === undefined)
    if (field === 'scores') return move.scores.some(({ aspect }) => draft.scores?.[aspect] === undefined)
    if (field === 'reason') return needsReason(move, kind, draft) && isBlank(draft.reason)
    if (field === 'units' && move.needs.includes('units') && !move.besideLead)
      return !hasOneLead(draft.units ?? [])
    return move.needs.includes(field) && isBlank(draft[field])
  })

export const hasOneLead = (units: readonly ChosenUnit[]): boolean =>
  units.filter(({ role }) => role === 'lead').length === 1

/** The command: only the fields of this move, and none that is blank. */
export const moveInputOf = (move: MoveView, draft: MoveDraft, expectedVersion: number): MoveInput => {
  const filled = fieldsOf(move).filter((field) => !isBlank(draft[field]))
  return {
    move: move.move,
    expectedVersion,
    ...Object.fromEntries(filled.map((field) => [field, draft[field]])),
  }
}

/** The units that a move can name: all of them, or those whom the unit that leads may call in. */
export const nameable = <U extends UnitRow>({ calledBy }: MoveView, units: readonly U[]): readonly U[] =>
  calledBy === undefined ? units : units.filter((unit) => mayCallIn(calledBy, unit, units))

/** Units that come in beside the one that leads already. */
export const besideLead = (unitIds: readonly string[]): ChosenUnit[] =>
  unitIds.map((unitId) => ({ unitId, role: 'coHandler' }))

/** Adds, changes or removes a unit; the first unit chosen leads, and there is never a second lead. */
export const chooseUnits = (unitIds: readonly string[], leadId?: string): ChosenUnit[] => {
  const lead = leadId !== undefined && unitIds.includes(leadId) ? leadId : unitIds[0]
  return unitIds.map((unitId) => ({ unitId, role: unitId === lead ? 'lead' : 'coHandler' }))
}
