import type { ItemAnswer, ReportCase } from '@lianxin/contract/case/case-commands'
import { hasPlace, placeOr } from '../../data/chosen-place.ts'
import type { KeptPhoto } from '../../data/photo-uploads.ts'

/** A matter as it is being written: what the device keeps (data/drafts.ts) under the id of the command that will send it. */
export interface ReportDraft {
  readonly words: string
  readonly photos: readonly KeptPhoto[]
  readonly where: ReportCase['where']
  readonly name: string
  readonly phone: string
  readonly echoWall: boolean
  readonly itemCode: string
  readonly answers: readonly ItemAnswer[]
  /** What was sent without an answer so far: any of it may have arrived. */
  readonly unanswered: readonly ReportCase[]
}

export const MOST_PHOTOS = 9
export const MOST_WORDS = 2000
export const FEWEST_WORDS = 4
export const MOST_DETAIL = 200
export const MOST_NAME = 40

export const EMPTY_REPORT: ReportDraft = {
  words: '',
  photos: [],
  where: {},
  name: '',
  phone: '',
  echoWall: false,
  itemCode: '',
  answers: [],
  unanswered: [],
}

/** Has anything been entered that would be a pity to lose? */
export const isWorthKeeping = (draft: ReportDraft): boolean =>
  draft.words.trim() !== '' || draft.photos.length > 0 || hasPlace(draft.where) || draft.phone.trim() !== ''

/** Length as people count: in characters, not in UTF-16 units. */
export const lengthOf = (words: string): number => [...words].length

/** The command that the draft stands for. Empty entries are left out rather than sent empty. */
export const commandOf = (draft: ReportDraft, language: 'zh-CN' | 'en'): ReportCase => {
  const name = draft.name.trim()
  const phone = draft.phone.trim()
  return {
    words: draft.words.trim(),
    where: placeOr(draft.where, {}),
    ...(draft.itemCode ? { itemCode: draft.itemCode } : {}),
    ...(draft.answers.length > 0 ? { answers: [...draft.answers] } : {}),
    ...(draft.photos.length > 0 ? { fileIds: draft.photos.map((photo) => photo.fileId) } : {}),
    ...(name || phone ? { contact: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } } : {}),
    echoWall: draft.echoWall,
    language,
  }
}
