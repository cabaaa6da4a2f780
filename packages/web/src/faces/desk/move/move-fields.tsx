import type { ComponentType } from 'react'
import type { FormField } from '../../../features/case/move-draft.ts'
import { AssignmentField } from './assignment-field.tsx'
import { ChoiceFields } from './choice-fields.tsx'
import { CodeField } from './code-field.tsx'
import { DueField } from './due-field.tsx'
import { DutyField } from './duty-field.tsx'
import { ItemField } from './item-field.tsx'
import { LevelField } from './level-field.tsx'
import type { MoveFieldProps } from './move-field-props.ts'
import { OtherCaseField } from './other-case-field.tsx'
import { PersonField } from './person-field.tsx'
import { PhotosField } from './photos-field.tsx'
import { ScoresField } from './scores-field.tsx'
import { TallyField } from './tally-field.tsx'
import { UnitsField } from './units-field.tsx'
import { SatisfactionField, SolvedField } from './verdict-fields.tsx'
import { ReasonField, WordsField } from './words-field.tsx'

/** One control for each input that a move may have; a new move of a new kind is a new set of these, not new code. */
export const MOVE_FIELDS: Readonly<Record<FormField, ComponentType<MoveFieldProps>>> = {
  words: WordsField,
  reason: ReasonField,
  itemCode: ItemField,
  level: LevelField,
  units: UnitsField,
  dueAt: DueField,
  fileIds: PhotosField,
  solved: SolvedField,
  satisfaction: SatisfactionField,
  choices: ChoiceFields,
  assignmentId: AssignmentField,
  otherId: OtherCaseField,
  arrivalCode: CodeField,
  scores: ScoresField,
  tally: TallyField,
  dutyCode: DutyField,
  personId: PersonField,
}
