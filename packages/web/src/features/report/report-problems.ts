import type { FieldProblem } from '@lianxin/contract/errors'
import { hasPlace } from '../../data/chosen-place.ts'
import {
  FEWEST_WORDS,
  lengthOf,
  MOST_DETAIL,
  MOST_NAME,
  MOST_WORDS,
  type ReportDraft,
} from './report-draft.ts'

/** The parts of the page that can need changing, in the order in which they stand on it. */
export const REPORT_FIELDS = [
  'words',
  'photos',
  'where',
  'detail',
  'name',
  'phone',
  'item',
  'answers',
] as const
export type ReportField = (typeof REPORT_FIELDS)[number]

/** What is wrong with a field: a key of the catalogue `report` with its values, or a sentence of the server's. */
export type ReportProblem =
  | { readonly field: ReportField; readonly key: string; readonly values?: Readonly<Record<string, number>> }
  | { readonly field: ReportField; readonly sentence: string }

/** A number that a person could be called at: 7 to 15 digits (E.164), written with any of + - ( ) and spaces. */
export const isPhone = (phone: string): boolean => {
  const digits = phone.replace(/\D/g, '').length
  return /^\+?[\d\s()-]{7,20}$/.test(phone) && digits >= 7 && digits <= 15
}

/** What must be changed before the draft can be sent; empty when it can. `uploading`: photos still on their way. */
export const problemsOf = (draft: ReportDraft, uploading: number): readonly ReportProblem[] => {
  const words = lengthOf(draft.words.trim())
  const phone = draft.phone.trim()
  const problems: (ReportProblem | false)[] = [
    words === 0 && { field: 'words', key: 'problem.wordsEmpty' },
    words > 0 && words < FEWEST_WORDS && { field: 'words', key: 'problem.wordsShort' },
    words > MOST_WORDS && { field: 'words', key: 'problem.wordsLong', values: { over: words - MOST_WORDS } },
    uploading > 0 && { field: 'photos', key: 'problem.photosBusy', values: { count: uploading } },
    !hasPlace(draft.where) && { field: 'where', key: 'problem.where' },
    lengthOf(draft.where.detail?.trim() ?? '') > MOST_DETAIL && {
      field: 'detail',
      key: 'problem.detailLong',
    },
    lengthOf(draft.name.trim()) > MOST_NAME && { field: 'name', key: 'problem.nameLong' },
    phone !== '' && !isPhone(phone) && { field: 'phone', key: 'problem.phone' },
  ]
  return problems.filter((problem) => problem !== false)
}

const BY_PATH: readonly (readonly [path: RegExp, field: ReportField])[] = [
  [/^answers/, 'answers'],
  [/words/, 'words'],
  [/fileIds/, 'photos'],
  [/detail/, 'detail'],
  [/where|point|communityCode|compoundId|buildingId/, 'where'],
  [/name/, 'name'],
  [/phone|contact/, 'phone'],
  [/itemCode/, 'item'],
]

const BY_CODE: readonly (readonly [prefix: string, field: ReportField])[] = [
  ['place.', 'where'],
  ['file.', 'photos'],
  ['case.item', 'item'],
  ['case.answer', 'answers'],
]

/** The parts of problem+json that tell where on the page a refusal belongs. */
interface Refused {
  readonly code: string
  readonly detail: string
  readonly fields: readonly FieldProblem[]
}

/** Where on the page the server's refusal belongs; empty when it concerns no single field. */
export const problemsOfRefusal = (refused: Refused, language: 'zh-CN' | 'en'): readonly ReportProblem[] => {
  const named = refused.fields.flatMap(({ field: path, zh, en }): ReportProblem[] => {
    const field = BY_PATH.find(([pattern]) => pattern.test(path))?.[1]
    return field ? [{ field, sentence: language === 'en' ? en : zh }] : []
  })
  if (named.length > 0) return named
  const field = BY_CODE.find(([prefix]) => refused.code.startsWith(prefix))?.[1]
  return field ? [{ field, sentence: refused.detail }] : []
}
