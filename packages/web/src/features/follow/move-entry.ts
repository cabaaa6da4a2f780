import type { MoveInput } from '@lianxin/contract/case/case-commands'
import type { MoveView } from '@lianxin/contract/case/case-views'
import type { KeptPhoto } from '../../data/photo-uploads.ts'

/** What a requester enters for a step; kept on the device until it is sent. */
export interface MoveEntry {
  readonly words: string
  readonly solved: boolean | null
  /** 1 to 5; null = not said. */
  readonly satisfaction: number | null
  readonly photos: readonly KeptPhoto[]
}

/** As it is kept on the device. */
export interface StoredEntry extends MoveEntry {
  /** The version that was sent without an answer: the same command has to carry it again. */
  readonly sentVersion: number | null
  /** Since when the answer could be judged that this is about, where a joined matter went on; null elsewhere. */
  readonly answeredAt: number | null
}

export const EMPTY_ENTRY: MoveEntry = { words: '', solved: null, satisfaction: null, photos: [] }
export const UNTOUCHED: StoredEntry = { ...EMPTY_ENTRY, sentVersion: null, answeredAt: null }
export const MOST_MOVE_PHOTOS = 9

/** What was kept, for the answer that is asked about now: what was said of an earlier one is asked anew, and the words stay. */
export const entryFor = (kept: Partial<StoredEntry> | undefined, answeredAt: number | null): StoredEntry => {
  const entry = { ...UNTOUCHED, ...kept }
  return entry.answeredAt === answeredAt
    ? entry
    : { ...entry, answeredAt, solved: null, satisfaction: null, sentVersion: null }
}

/** Under which name the device keeps what was entered for a step of a case. */
export const entryDraftId = (caseId: string, move: string): string => `follow.${caseId}.${move}`

type Asked = Pick<MoveView, 'move' | 'needs' | 'may'>

export const asks = ({ needs, may }: Asked, field: string): boolean =>
  needs.includes(field) || may.includes(field)

/** Under which name the step takes words, and how many; null when it takes none. */
export const wordsFieldOf = (
  move: Asked,
): { readonly name: 'words' | 'reason'; readonly most: number } | null =>
  asks(move, 'words')
    ? { name: 'words', most: 2000 }
    : asks(move, 'reason')
      ? { name: 'reason', most: 500 }
      : null

export interface EntryProblem {
  readonly field: 'solved' | 'words'
  readonly key: string
  readonly values?: Readonly<Record<string, number>>
}

/** What has to be changed before the step can be sent. */
export const problemsOfEntry = (move: Asked, entry: MoveEntry): readonly EntryProblem[] => {
  const field = wordsFieldOf(move)
  const words = [...entry.words.trim()].length
  const problems: (EntryProblem | false)[] = [
    move.needs.includes('solved') && entry.solved === null && { field: 'solved', key: 'move.problem.solved' },
    field !== null &&
      move.needs.includes(field.name) &&
      words === 0 && { field: 'words', key: 'move.problem.words' },
    field !== null &&
      words > field.most && {
        field: 'words',
        key: 'move.problem.wordsLong',
        values: { over: words - field.most },
      },
  ]
  return problems.filter((problem) => problem !== false)
}

/** The command: only what the step asks for, on the version that the person saw. */
export const inputOf = (move: Asked, entry: MoveEntry, expectedVersion: number): MoveInput => {
  const field = wordsFieldOf(move)
  const words = entry.words.trim()
  return {
    move: move.move,
    expectedVersion,
    ...(field && words ? { [field.name]: words } : {}),
    ...(asks(move, 'solved') && entry.solved !== null ? { solved: entry.solved } : {}),
    ...(asks(move, 'satisfaction') && entry.satisfaction !== null
      ? { satisfaction: entry.satisfaction }
      : {}),
    ...(asks(move, 'fileIds') && entry.photos.length > 0
      ? { fileIds: entry.photos.map((photo) => photo.fileId) }
      : {}),
  }
}
