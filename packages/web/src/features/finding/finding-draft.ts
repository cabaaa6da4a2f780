import type { ItemAnswer, RaiseCase } from '@lianxin/contract/case/case-commands'
import type { ItemView } from '@lianxin/contract/catalogue/catalogue-routes'
import { placeOr, type Spot } from '../../data/chosen-place.ts'
import type { KeptPhoto } from '../../data/photo-uploads.ts'

/** The kind that the field face writes down. */
export const FINDING = 'finding'
/** What is done with it: settled on the spot, handed up, or kept for later today. */
export type FindingEnd = 'selfHandle' | 'handUp' | 'keep'

/** What was found, as it is being written: kept on the device until it is sent. */
export interface FindingDraft {
  readonly words: string
  /** What was done on the spot. */
  readonly done: string
  readonly photos: readonly KeptPhoto[]
  /** Empty: somewhere in the own grid. */
  readonly where: RaiseCase['where']
  readonly itemCode: string
  readonly answers: readonly ItemAnswer[]
  /** Sent, and no answer came: it may have arrived, so the same is sent again, letter for letter. */
  readonly sent: RaiseCase | null
}

export const MOST_PHOTOS = 9
export const MOST_WORDS = 2000
export const EMPTY_FINDING: FindingDraft = {
  words: '',
  done: '',
  photos: [],
  where: {},
  itemCode: '',
  answers: [],
  sent: null,
}

/** Everything that may be found and is the grid's to settle first, then the rest, in the order of the catalogue. */
export const findable = (items: readonly ItemView[]): readonly ItemView[] =>
  items.filter(({ kinds }) => kinds.includes(FINDING)).toSorted((a, b) => a.level - b.level)

/** What stands for what was not typed: the item's own words, so that three taps say what was found. */
export interface Unsaid {
  readonly words: string
  readonly done: string
  readonly where: Spot
}

/** The command that the draft stands for. Photos show how it is now, so that they go with what was done last. */
export const raiseOf = (draft: FindingDraft, end: FindingEnd, unsaid: Unsaid): RaiseCase => {
  const photos = draft.photos.length > 0 ? { fileIds: draft.photos.map(({ fileId }) => fileId) } : {}
  const settled = end === 'selfHandle'
  return {
    kind: FINDING,
    words: draft.words.trim() || unsaid.words,
    where: placeOr(draft.where, unsaid.where),
    ...(draft.itemCode ? { itemCode: draft.itemCode } : {}),
    ...(draft.answers.length > 0 ? { answers: [...draft.answers] } : {}),
    ...(settled
      ? { firstMove: { move: end, words: draft.done.trim() || unsaid.done, ...photos } }
      : { ...photos, ...(end === 'handUp' ? { firstMove: { move: end } } : {}) }),
  }
}
