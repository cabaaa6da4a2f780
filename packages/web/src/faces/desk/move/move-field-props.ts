import type { CaseView, MoveView } from '@lianxin/contract/case/case-views'
import type { MoveForm } from '../../../features/case/use-move.ts'

export interface MoveFieldProps {
  readonly form: MoveForm
  readonly move: MoveView
  readonly kase: CaseView
}
