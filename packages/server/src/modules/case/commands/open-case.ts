import { type CaseStep, currentKind, isRefusal, type OpeningAsked, parentCode } from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { must } from '../../../kernel/refused.ts'
import { at, atMost } from '../../../kernel/sql-values.ts'
import { systemRoute } from '../../../kernel/system-route.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { findItem } from '../../catalogue/index.ts'
import { lookUpUnits } from '../../org/index.ts'
import { factsAfter } from '../domain/case-facts.ts'
import { decideMove } from '../domain/decide-move.ts'
import { decideReport } from '../domain/decide-report.ts'
import { ALONE } from '../domain/move-state.ts'
import { loadCalendar } from '../queries/load-calendar.ts'
import { kindAt } from '../queries/load-kind.ts'
import { linkCases, markOpened } from '../store.ts'
import { type NewCase, saveNewCase } from './new-case.ts'

/** The system's own route: it is run by the opening job and answers to nobody over HTTP. */
const opening = systemRoute('case.open')

type Opening = { readonly wanted: OpeningAsked; readonly made: NewCase } | null

/** Opens a matter that another module asked for: report and first move in one breath. */
export const openCase = (caseId: string) =>
  command<typeof opening, Opening, NewEvent<CaseStep>>({
    route: opening,
    permit: 'case.clock',
    async load(tx) {
      const wanted = await lockOpening(tx, caseId)
      return wanted ? { wanted, made: await newCaseOf(tx, wanted) } : null
    },
    decide(state, _input, now) {
      if (!state) return []
      const { wanted, made } = state
      const reported = decideReport(made, now)
      const [report] = isRefusal(reported) ? [] : reported
      if (isRefusal(reported) || !report || !wanted.firstMove) return reported
      const { move, units, dueAt, choices } = wanted.firstMove
      const moved = decideMove(
        {
          ...made,
          facts: factsAfter(caseId, report.streamVersion, report.payload),
          ...{
            accountId: null,
            contentIds: [],
            around: ALONE,
            freshIds: made.freshIds.slice(FRESH_FOR_REPORT),
          },
        },
        {
          ...{ move, expectedVersion: report.streamVersion },
          ...(units.length > 0 ? { units } : {}),
          ...(dueAt === null ? {} : { dueAt }),
          ...(Object.keys(choices).length > 0 ? { choices } : {}),
        },
        now,
      )
      return isRefusal(moved) ? moved : [report, ...moved]
    },
    async save(tx, state, events) {
      if (!state) return { opened: false }
      await saveNewCase(tx, state.made, events, [])
      for (const other of state.wanted.aroseFrom) await linkCases(tx, caseId, 'aroseFrom', other)
      await markOpened(tx, caseId)
      return { opened: true }
    },
    answer: (_tx, outcome) => outcome,
  })

const FRESH_FOR_REPORT = 4
const FRESH = 40

async function newCaseOf(tx: Tx, wanted: OpeningAsked): Promise<NewCase> {
  const { placeCode, initiatorUnitId, itemCode } = wanted
  const grid = placeCode.length === 15
  const communityCode = grid ? must(parentCode(placeCode), { refusal: 'place.unknown' }) : placeCode
  const ids = [
    ...(initiatorUnitId ? [initiatorUnitId] : []),
    ...(wanted.firstMove?.units ?? []).map((one) => one.unitId),
  ]
  return {
    caseId: wanted.caseId,
    kind: await kindAt(tx, currentKind(wanted.kind), tx.now),
    item: itemCode ? ((await findItem(tx, itemCode)) ?? null) : null,
    fileIds: [],
    place: { placeCode, communityCode, gridCode: grid ? placeCode : null },
    units: await lookUpUnits(tx, { ids, codes: [], communityCode }),
    calendar: await loadCalendar(tx),
    reporterId: null,
    ownUnitId: initiatorUnitId,
    admissionId: null,
    freshIds: Array.from({ length: FRESH }, () => uuidV7(tx.now)),
    contentIds: [{ field: 'words', id: wanted.wordsId }],
    contents: [],
    detail: {
      ...{ wordsId: wanted.wordsId, detailId: null, answersId: null, pointId: null, near: null },
      ...{ compoundId: null, buildingId: null, echoWall: false, language: 'zh-CN' },
    },
  }
}

/** Matters that were asked for and are not open yet, the longest waiting first. */
export async function waitingOpenings(tx: Tx, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ case_id: string }>`
    select case_id from case_opening
    where tenant = ${tx.tenant} and opened_at is null and (retry_at is null or retry_at <= ${at(tx.now)})
    order by asked_at limit ${atMost(limit)}`.execute(tx.db)
  return rows.map((row) => row.case_id)
}

async function lockOpening(tx: Tx, caseId: string): Promise<OpeningAsked | undefined> {
  const { rows } = await sql<{ wanted: OpeningAsked }>`
    select wanted from case_opening where tenant = ${tx.tenant} and case_id = ${caseId} and opened_at is null
    for update skip locked`.execute(tx.db)
  return rows[0]?.wanted
}
