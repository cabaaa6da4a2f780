import type { InputField } from '@lianxin/contract/kinds/kind'
import type { ComponentType } from 'react'
import { DueField } from './due-field.tsx'
import { ItemField } from './item-field.tsx'
import { LevelField } from './level-field.tsx'
import type { MoveFieldProps } from './move-field-props.ts'
import { PhotosField } from './photos-field.tsx'
import { UnitsField } from './units-field.tsx'
import { SatisfactionField, SolvedField } from './verdict-fields.tsx'
import { ReasonField, WordsField } from './words-field.tsx'

/** One control for each input that a move may have; a new move of a new kind is a new set of these, not new code. */
export const MOVE_FIELDS: Readonly<Record<InputField, ComponentType<MoveFieldProps>>> = {
  words: WordsField,
  reason: ReasonField,
  itemCode: ItemField,
  level: LevelField,
  units: UnitsField,
  dueAt: DueField,
  fileIds: PhotosField,
  solved: SolvedField,
  satisfaction: SatisfactionField,
}
