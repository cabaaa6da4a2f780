import {
  type CaseStep,
  CHINA_UTC_OFFSET_MINUTES,
  dayAt,
  formatPublicNumber,
  isBlank,
  isoDateOf,
  type Kind,
  type RaiseCase,
  type ReportCase,
} from '@lianxin/contract'
import { type NewContent, putContent } from '../../../kernel/content.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { ensure, must, Refused } from '../../../kernel/refused.ts'
import { tenantOf } from '../../../kernel/tenant.ts'
import { type Tx, writeThroughCircle } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { unclaimedFiles } from '../../file/index.ts'
import { lookUpUnits } from '../../org/index.ts'
import { locate } from '../../place/index.ts'
import { type CaseFacts, circleIdOf, factsAfter } from '../domain/case-facts.ts'
import type { ReportState } from '../domain/decide-report.ts'
import { publicWordsRefusal } from '../domain/public-words.ts'
import type { SaidAnswers } from '../queries/answers.ts'
import { loadCalendar } from '../queries/load-calendar.ts'
import { kindAt } from '../queries/load-kind.ts'
import { insertCase, type NewCaseDetail, type NewRequester, nextSerial } from '../store.ts'
import { raiseMissing } from './raise-missing.ts'
import { itemOf } from './reported-item.ts'

/** What every report says, whoever makes it. */
type Told = Pick<
  ReportCase,
  'words' | 'where' | 'itemCode' | 'answers' | 'fileIds' | 'echoWall' | 'language'
> &
  Pick<RaiseCase, 'firstMove'>

/** A new matter as loaded: what is decided from, and what will be stored if it is allowed. */
export type NewCase = ReportState & {
  readonly contents: readonly NewContent[]
  readonly detail: NewCaseDetail
}

/** A report makes at most this many rows of its own: its event, a clock. */
const FRESH_IDS = 4

/** Places a new matter, finds its item and units, and makes content rows of its words. @throws Refused */
export async function loadNewCase(tx: Tx, present: Kind, told: Told): Promise<NewCase> {
  if (isBlank(told.words))
    throw new Refused({
      refusal: 'input.invalid',
      fields: [{ field: 'words', zh: '请写明情况。', en: 'Please say what it is about.' }],
    })
  const exposed = present.report.public ? publicWordsRefusal(told.words) : undefined
  if (exposed) throw new Refused(exposed)
  const where = await locate(tx, told.where)
  const caseId = uuidV7(tx.now)
  const fileIds = told.fileIds ?? []
  const { actor } = tx
  const account = present.report.by === 'post' && actor.kind === 'account' ? actor : null
  const ids = [
    ...(account?.post ? [account.post.unitId] : []),
    ...(told.firstMove?.units ?? []).map((one) => one.unitId),
  ]
  const [kind, { item, said }, filesAreFree, units, calendar] = await Promise.all([
    kindAt(tx, present, tx.now),
    itemOf(tx, present, told),
    unclaimedFiles(tx, fileIds),
    lookUpUnits(tx, { ids, codes: [], communityCode: where.communityCode }),
    loadCalendar(tx),
  ])
  ensure(filesAreFree, { refusal: 'file.unknown' })
  const { contents, detail } = contentsOf(tx, caseId, told, said, where.point)
  return {
    caseId,
    kind,
    item,
    fileIds,
    place: {
      placeCode: where.gridCode ?? where.communityCode,
      communityCode: where.communityCode,
      gridCode: where.gridCode,
    },
    units,
    calendar,
    reporterId: account?.accountId ?? null,
    ownUnitId: account?.post?.unitId ?? null,
    admissionId: null,
    freshIds: Array.from({ length: FRESH_IDS }, () => uuidV7(tx.now)),
    contentIds: [{ field: 'words' as const, id: detail.wordsId }],
    contents,
    detail: { ...detail, compoundId: where.compoundId, buildingId: where.buildingId },
  }
}

/** What was written, as content rows; the exact point is personal too, because it may be a home. */
function contentsOf(
  tx: Tx,
  caseId: string,
  told: Told,
  said: SaidAnswers | null,
  point: { lon: number; lat: number } | null,
) {
  const contents: NewContent[] = []
  const put = (field: string, text: string | undefined): string | null => {
    if (!text) return null
    const id = uuidV7(tx.now)
    contents.push({ id, streamId: caseId, field, text })
    return id
  }
  const wordsId = must(put('words', told.words), { refusal: 'input.invalid' })
  const detail = {
    wordsId,
    detailId: put('detail', told.where.detail),
    answersId: put('answers', said ? JSON.stringify(said) : undefined),
    pointId: put('point', point ? JSON.stringify(point) : undefined),
    near: point && { lon: Math.round(point.lon * 1000), lat: Math.round(point.lat * 1000) },
    echoWall: told.echoWall ?? false,
    language: told.language ?? 'zh-CN',
  }
  return { contents, detail }
}

/** Numbers and stores a new matter as its events leave it. */
export async function saveNewCase(
  tx: Tx,
  state: NewCase,
  events: readonly NewEvent<CaseStep>[],
  requesters: readonly NewRequester[],
): Promise<CaseFacts> {
  const last = must(events.at(-1), { refusal: 'server.fault' })
  const facts = factsAfter(state.caseId, last.streamVersion, last.payload)
  const day = isoDateOf(dayAt(tx.now, CHINA_UTC_OFFSET_MINUTES))
  const [{ numberPrefix }, serial] = await Promise.all([tenantOf(tx), nextSerial(tx, day)])
  const number = formatPublicNumber({
    prefix: numberPrefix,
    registeredAt: tx.now,
    serial,
    utcOffsetMinutes: CHINA_UTC_OFFSET_MINUTES,
  })
  const circleId = circleIdOf(facts)
  const contents = state.contents.map((content) => ({ ...content, circleId }))
  const write = () =>
    Promise.all([
      putContent(tx, contents),
      insertCase(tx, facts, number, state.detail, requesters),
      raiseMissing(tx, facts, state),
    ])
  await (circleId === null ? write() : writeThroughCircle(tx, write))
  return facts
}
