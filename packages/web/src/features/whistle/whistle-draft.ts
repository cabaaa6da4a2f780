import type { RaiseCase } from '@lianxin/contract/case/case-commands'
import { ownPlace, placeOr } from '../../data/chosen-place.ts'

export const CAUSES = ['request', 'keyWork', 'jointEnforcement', 'emergency'] as const
export type Cause = (typeof CAUSES)[number]

export const MOST_WORDS = 2000
/** As many as one call can hold. */
export const MOST_UNITS = 8

/** A call as it is being written: kept on the device until it is sent. */
export interface WhistleDraft {
  readonly cause: Cause | null
  /** In the order in which they were chosen: the first one leads. */
  readonly unitIds: readonly string[]
  readonly words: string
  /** Empty: somewhere in the own grid. */
  readonly where: RaiseCase['where']
  /** Sent, and no answer came: it may have arrived, so the same is sent again, letter for letter. */
  readonly sent: RaiseCase | null
}

export const EMPTY_WHISTLE: WhistleDraft = { cause: null, unitIds: [], words: '', where: {}, sent: null }

/** The command that the draft stands for: written down and called in one go. `unsaid` stands for words that nobody typed. */
export const raiseOf = (
  draft: WhistleDraft & { readonly cause: Cause },
  placeCode: string,
  unsaid: string,
): RaiseCase => {
  return {
    kind: 'whistle',
    words: draft.words.trim() || unsaid,
    where: placeOr(draft.where, ownPlace(placeCode)),
    firstMove: {
      move: 'blow',
      choices: { cause: draft.cause },
      units: draft.unitIds.map((unitId, index) => ({ unitId, role: index === 0 ? 'lead' : 'coHandler' })),
    },
  }
}
