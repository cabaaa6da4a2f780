import {
  type CaseStep,
  CHINA_UTC_OFFSET_MINUTES,
  caseRoutes,
  currentKind,
  dayAt,
  formatPublicNumber,
  isBlank,
  isoDateOf,
  type Receipt,
  type ReportCase,
} from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import { type NewContent, putContent } from '../../../kernel/content.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { ensure, must, Refused } from '../../../kernel/refused.ts'
import { tenantOf } from '../../../kernel/tenant.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { findItem } from '../../catalogue/index.ts'
import { unclaimedFiles } from '../../file/index.ts'
import { lookUpUnits } from '../../org/index.ts'
import { locate } from '../../place/index.ts'
import { alertsAbout } from '../domain/alerts.ts'
import { factsAfter } from '../domain/case-facts.ts'
import { decideReport, type ReportState } from '../domain/decide-report.ts'
import { normalisePhone } from '../domain/phone.ts'
import { loadCalendar } from '../queries/load-calendar.ts'
import { receiptOf } from '../queries/receipt.ts'
import { insertCase, type NewCaseDetail, type NewRequester, nextSerial, raiseAlerts } from '../store.ts'

type LoadedReport = ReportState & {
  readonly contents: readonly NewContent[]
  readonly detail: NewCaseDetail
  readonly requester: NewRequester
}

/** A resident raises a matter: it is placed, owned and dated in one step. */
export const reportCase = command<typeof caseRoutes.report, LoadedReport, NewEvent<CaseStep>>({
  route: caseRoutes.report,
  permit: 'case.report',
  async load(tx, _permit, { body }) {
    if (isBlank(body.words))
      throw new Refused({
        refusal: 'input.invalid',
        fields: [{ field: 'words', zh: '请写明情况。', en: 'Please say what it is about.' }],
      })
    const where = await locate(tx, body.where)
    const caseId = uuidV7(tx.now)
    const item = body.itemCode
      ? must(await findItem(tx, body.itemCode), { refusal: 'case.item-unknown' })
      : null
    const fileIds = body.fileIds ?? []
    ensure(await unclaimedFiles(tx, fileIds), { refusal: 'file.unknown' })
    const { contents, detail } = contentsOf(tx, caseId, body, where.point)
    return {
      caseId,
      kind: currentKind('request'),
      item,
      fileIds,
      place: {
        placeCode: where.gridCode ?? where.communityCode,
        communityCode: where.communityCode,
        gridCode: where.gridCode,
      },
      units: await lookUpUnits(tx, { ids: [], codes: [], communityCode: where.communityCode }),
      calendar: await loadCalendar(tx),
      freshIds: Array.from({ length: 4 }, () => uuidV7(tx.now)),
      contentIds: [{ field: 'words' as const, id: detail.wordsId }],
      contents,
      detail: { ...detail, compoundId: where.compoundId, buildingId: where.buildingId },
      requester: requesterOf(tx, body.contact),
    }
  },
  decide: (state, _input, now) => decideReport(state, now),
  async save(tx, state, events) {
    const [event] = events
    const facts = factsAfter(state.caseId, 1, must(event, { refusal: 'server.fault' }).payload)
    const { numberPrefix } = await tenantOf(tx)
    const day = isoDateOf(dayAt(tx.now, CHINA_UTC_OFFSET_MINUTES))
    const number = formatPublicNumber({
      prefix: numberPrefix,
      registeredAt: tx.now,
      serial: await nextSerial(tx, day),
      utcOffsetMinutes: CHINA_UTC_OFFSET_MINUTES,
    })
    await putContent(tx, state.contents)
    await insertCase(tx, facts, number, state.detail, state.requester)
    await raiseAlerts(
      tx,
      alertsAbout(facts, state.units, () => uuidV7(tx.now)),
    )
    return { caseId: state.caseId }
  },
  answer: (tx, outcome): Promise<Receipt> => receiptOf(tx, String(outcome['caseId'])),
})

/** What was written, as content rows; the exact point is personal too, because it may be a home. */
function contentsOf(tx: Tx, caseId: string, body: ReportCase, point: { lon: number; lat: number } | null) {
  const contents: NewContent[] = []
  const put = (field: string, text: string | undefined): string | null => {
    if (!text) return null
    const id = uuidV7(tx.now)
    contents.push({ id, streamId: caseId, field, text })
    return id
  }
  const wordsId = must(put('words', body.words), { refusal: 'input.invalid' })
  const detail = {
    wordsId,
    detailId: put('detail', body.where.detail),
    pointId: put('point', point ? JSON.stringify(point) : undefined),
    echoWall: body.echoWall ?? false,
    language: body.language ?? 'zh-CN',
  }
  return { contents, detail }
}

function requesterOf(tx: Tx, contact: ReportCase['contact']): NewRequester {
  const id = uuidV7(tx.now)
  const seat = (column: string) => ({ table: 'case_requester', column, row: id })
  const phone = contact?.phone ? normalisePhone(contact.phone) : undefined
  if (contact?.phone && !phone) {
    throw new Refused({
      refusal: 'input.invalid',
      fields: [{ field: 'contact.phone', zh: '电话号码格式不对。', en: 'This is not a phone number.' }],
    })
  }
  return {
    id,
    wantsCall: contact?.wantsCall ?? false,
    name: contact?.name ? tx.keys.columns.seal(contact.name, seat('name')) : null,
    phone: phone ? tx.keys.columns.seal(phone, seat('phone')) : null,
    phoneIndex: phone ? tx.keys.blindIndex('case_requester.phone', phone) : null,
  }
}
