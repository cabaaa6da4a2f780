import type { PublishEntry } from '@lianxin/contract/echo/echo-desk-routes'
import type { EchoDraft, EchoPicture } from '@lianxin/contract/echo/echo-views'
import { findPersonal, type PersonalFinding, REMOVED_AS } from '@lianxin/contract/rules/find-personal'

/** What the publisher has made of an answer so far. */
export interface PublicText {
  readonly raised: string
  readonly answer: string
  readonly placeShown: EchoDraft['placeShown']
  readonly pictures: readonly EchoPicture[]
  /** Findings that were looked at and are to stay, word for word. */
  readonly keep: readonly string[]
}

export type TextField = 'raised' | 'answer'

export const beginWith = (draft: EchoDraft): PublicText => ({
  raised: draft.raised,
  answer: draft.answer,
  placeShown: draft.placeShown,
  pictures: draft.pictures,
  keep: [],
})

/** What may still single somebody out and was not kept on purpose. */
export const openFindings = (
  text: PublicText,
  field: TextField,
  known: readonly string[],
): readonly PersonalFinding[] =>
  findPersonal(text[field], known).filter((finding) => !text.keep.includes(finding.text))

/** The finding taken out, everywhere that it stands in this text. */
export const remove = (text: PublicText, field: TextField, finding: PersonalFinding): PublicText => ({
  ...text,
  [field]: text[field].replaceAll(finding.text, REMOVED_AS[finding.kind]),
})

export const keepOnPurpose = (text: PublicText, finding: PersonalFinding): PublicText => ({
  ...text,
  keep: [...text.keep, finding.text],
})

/** Ready to be looked at as everybody will see it. */
export const isReady = (text: PublicText, known: readonly string[]): boolean =>
  text.raised.trim().length >= 4 &&
  text.answer.trim().length >= 4 &&
  openFindings(text, 'raised', known).length + openFindings(text, 'answer', known).length === 0

/** What is sent. Only what still stands in the text is said to be kept. */
export const inputOf = (text: PublicText, draft: EchoDraft): PublishEntry => ({
  expectedVersion: draft.entry?.state === 'published' ? draft.entry.version : null,
  raised: text.raised.trim(),
  answer: text.answer.trim(),
  placeShown: text.placeShown,
  pictureIds: text.pictures.map(({ id }) => id),
  keep: text.keep.filter((words) => text.raised.includes(words) || text.answer.includes(words)),
})
