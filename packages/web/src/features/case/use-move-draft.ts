import { useOwnDraft } from '../../data/own-draft.ts'
import type { MoveDraft } from './move-draft.ts'

/** A move's draft as it is kept on this device. */
export interface StoredDraft {
  readonly typed: MoveDraft
  /** The version that was sent and got no answer: sending again must be the same command, letter for letter. */
  readonly sentVersion?: number | undefined
  /** Small pictures of the photos that arrived, by file id: until the move is made nobody may read them back. */
  readonly thumbs?: Readonly<Record<string, string>>
}
export const UNTOUCHED: StoredDraft = { typed: {} }

/** One draft for each matter and move. */
export const useMoveDraft = (caseId: string, move: string) =>
  useOwnDraft<StoredDraft>(`move.${caseId}.${move}`, UNTOUCHED)
