import { allows, type CaseView, caseRoutes, DAY_MS, getKind } from '@lianxin/contract'
import { sql } from 'kysely'
import { asking } from '../../../kernel/actor.ts'
import { readContent } from '../../../kernel/content.ts'
import { type Permit, where } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { must } from '../../../kernel/refused.ts'
import { at, atMost, withinCode } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { gridWorkerName, unitNames } from '../../org/index.ts'
import { placeNames } from '../../place/index.ts'
import { type CaseFacts, reachOfFacts } from '../domain/case-facts.ts'
import { type CaseDetail, detailOf, requesterOf } from './case-detail.ts'
import { headOfCase } from './case-head.ts'
import { linksOf } from './links.ts'
import { caseReach, findCase } from './load-case.ts'
import { timelineOf } from './timeline.ts'

/** One matter as staff see it. The requester is masked until a purpose is stated. */
export const viewCase = query<typeof caseRoutes.view>({
  route: caseRoutes.view,
  permit: 'case.view',
  async view(tx, permit, { params }, purpose) {
    const record = await findCase(tx, permit, params.id)
    const { facts } = record
    const detail = await detailOf(tx, facts.id)
    // A purpose opens the requester to those only who may see requesters: one table decides, whichever way is asked.
    const open = purpose !== null && allows('case.seeRequester', asking(tx.actor), reachOfFacts(facts))
    const requester = await requesterOf(tx, facts.id, !open)
    const near = await nearby(tx, permit, facts)
    const units = await unitNames(tx, [
      ...facts.assignments.map((one) => one.unitId),
      ...facts.flags.flatMap(({ unitId, ownerUnitId }) => [unitId ?? [], ownerUnitId ?? []].flat()),
    ])
    const answer: CaseView = {
      ...(await headOfCase(tx, record)),
      kind: facts.kind,
      kindVersion: facts.kindVersion,
      words: detail.words,
      answers: detail.answers,
      level: facts.level,
      echoWall: detail.echoWall,
      where: await whereOf(tx, facts, detail),
      requester,
      assignments: assignmentViews(facts, units),
      clocks: clockViews(facts, units),
      flags: flagViews(facts, units),
      choices: choiceViews(facts),
      counts: facts.counts,
      links: [...(await linksOf(tx, permit, facts.id))],
      timeline: [...(await timelineOf(tx, facts, 'staff'))],
      nearby: near.rows,
    }
    return { answer, subjects: [...(requester ? [requester.id] : []), ...near.subjects] }
  },
})

/** The requester's name and number in full: the read is in the ledger with its purpose. */
export const viewRequester = query<typeof caseRoutes.requester>({
  route: caseRoutes.requester,
  permit: 'case.seeRequester',
  async view(tx, permit, { params }) {
    const { facts } = await findCase(tx, permit, params.id)
    const requester = must(await requesterOf(tx, facts.id, false), { refusal: 'not-found' })
    return { answer: requester, subjects: [requester.id] }
  },
})

async function whereOf(tx: Tx, facts: CaseFacts, detail: CaseDetail): Promise<CaseView['where']> {
  const subdistrict = facts.communityCode.slice(0, 9)
  const names = await placeNames(tx, [facts.communityCode, subdistrict])
  return {
    communityCode: facts.communityCode,
    communityName: names.get(facts.communityCode)?.name ?? '',
    communityNameEn: names.get(facts.communityCode)?.nameEn ?? '',
    subdistrictName: names.get(subdistrict)?.name ?? '',
    subdistrictNameEn: names.get(subdistrict)?.nameEn ?? '',
    gridCode: facts.gridCode,
    gridWorker: facts.gridCode ? await gridWorkerName(tx, facts.gridCode) : null,
    compoundName: detail.compoundName,
    buildingName: detail.buildingName,
    detail: detail.detail,
    point: detail.point,
    label: detail.label,
  }
}

type UnitNames = Awaited<ReturnType<typeof unitNames>>

function assignmentViews(facts: CaseFacts, names: UnitNames): CaseView['assignments'] {
  return facts.assignments.map((one) => ({
    id: one.id,
    role: one.role,
    state: one.state,
    unit: names.get(one.unitId) ?? { id: one.unitId, name: '', nameEn: '' },
    dueAt:
      facts.clocks.find(
        (clock) => clock.assignmentId === one.id && clock.clock === 'handle' && clock.stoppedAt === null,
      )?.dueAt ?? null,
  }))
}

function clockViews(facts: CaseFacts, names: UnitNames): CaseView['clocks'] {
  const kind = getKind(facts.kind, facts.kindVersion)
  const units = new Map(facts.assignments.map((one) => [one.id, one.unitId]))
  return facts.clocks.map(({ assignmentId, ...clock }) => ({
    ...clock,
    name: kind.clocks[clock.clock]?.name ?? { zh: clock.clock, en: clock.clock },
    unitName: assignmentId ? (names.get(units.get(assignmentId) ?? '')?.name ?? null) : null,
  }))
}

function flagViews(facts: CaseFacts, names: UnitNames): CaseView['flags'] {
  const flags = getKind(facts.kind, facts.kindVersion).flags ?? {}
  return facts.flags.map(({ flag, unitId, ownerUnitId, raisedAt, until }) => {
    const asks = flags[flag]?.asks
    const due = facts.clocks.find((clock) => clock.stoppedAt === null && clock.clock === asks?.clock)
    return {
      ...{ flag, raisedAt, until, name: flags[flag]?.name ?? { zh: flag, en: flag } },
      unit: names.get(unitId ?? '') ?? null,
      owner: names.get(ownerUnitId ?? '') ?? null,
      dueAt: due?.dueAt ?? null,
    }
  })
}

function choiceViews(facts: CaseFacts): CaseView['choices'] {
  const lists = getKind(facts.kind, facts.kindVersion).choices ?? {}
  return Object.entries(facts.choices).flatMap(([choice, option]) => {
    const list = lists[choice]
    const name = list?.options[option]
    return list && name ? [{ choice, name: list.name, option: name }] : []
  })
}

const NEARBY_DAYS_MS = 30 * DAY_MS
const NEARBY_ROWS = 5

/** Other matters of the last month in the same community, the same grid and item first: perhaps one cause. */
async function nearby(
  tx: Tx,
  permit: Permit,
  facts: CaseFacts,
): Promise<{ rows: CaseView['nearby']; subjects: string[] }> {
  const { rows } = await sql<{
    id: string
    number: string
    words_id: string
    kind: string
    state: string
    opened_at: number
    requester_id: string | null
  }>`
    select c.id, c.number, d.words_id, c.kind, c.state, c.opened_at, r.id as requester_id
    from grid_case c join case_detail d on d.tenant = c.tenant and d.case_id = c.id left join case_requester r on r.tenant = c.tenant and r.case_id = c.id
    where c.tenant = ${tx.tenant} and ${withinCode(caseReach.placeCode, facts.communityCode)} and c.id <> ${facts.id}
      and c.opened_at >= ${at(tx.now - NEARBY_DAYS_MS)} and ${where(permit, caseReach)}
    order by (c.item_code is not distinct from ${facts.itemCode}) desc, (c.place_code = ${facts.placeCode}) desc, c.opened_at desc limit ${atMost(NEARBY_ROWS)}`.execute(
    tx.db,
  )
  const texts = await readContent(
    tx,
    rows.map((row) => row.words_id),
  )
  return {
    rows: rows.map((row) => ({
      id: row.id,
      number: row.number,
      excerpt: [...(texts.get(row.words_id) ?? '')].slice(0, 60).join(''),
      kind: row.kind,
      state: row.state,
      openedAt: row.opened_at,
    })),
    subjects: rows.flatMap((row) => row.requester_id ?? []),
  }
}
