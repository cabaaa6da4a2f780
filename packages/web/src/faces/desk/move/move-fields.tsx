import type { CaseView, MoveView } from '@lianxin/contract/case/case-views'
import type { InputField } from '@lianxin/contract/kinds/kind'
import type { ComponentType } from 'react'
import type { MoveForm } from '../../../features/case/use-move.ts'
import { DueField } from './due-field.tsx'
import { ItemField } from './item-field.tsx'
import { LevelField } from './level-field.tsx'
import { PhotosField } from './photos-field.tsx'
import { UnitsField } from './units-field.tsx'
import { SatisfactionField, SolvedField } from './verdict-fields.tsx'
import { ReasonField, WordsField } from './words-field.tsx'

export interface MoveFieldProps {
  readonly form: MoveForm
  readonly move: MoveView
  readonly kase: CaseView
}

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
