import { allows, type CaseView, caseRoutes, getKind, type Kind } from '@lianxin/contract'
import { asking } from '../../../kernel/actor.ts'
import { readContent } from '../../../kernel/content.ts'
import { query } from '../../../kernel/query.ts'
import { must } from '../../../kernel/refused.ts'
import { filesOfCase } from '../../file/index.ts'
import { dutyNames } from '../../gate/index.ts'
import { actingTimes, gridWorkerName, unitNames } from '../../org/index.ts'
import { type CaseFacts, reachOfFacts } from '../domain/case-facts.ts'
import { inBothLanguages } from '../domain/in-both-languages.ts'
import { codesToShow, ratingsOf } from './calls.ts'
import {
  type CaseDetail,
  opened,
  requesterRowsOf,
  requesterView,
  type Told,
  textIdsOf,
  toldOf,
} from './case-detail.ts'
import { headOfCase } from './case-head.ts'
import { hasMediators } from './has-mediators.ts'
import { linksOf } from './links.ts'
import { findCase } from './load-case.ts'
import { kindOfCase } from './load-kind.ts'
import { namedPeople } from './named-people.ts'
import { partyViews } from './party-views.ts'
import { sendersIn } from './senders-of.ts'
import { historyOf, isStep, namedIn, tellSteps, type UnitNames } from './timeline.ts'

/** One matter as staff see it. The requester is masked until a purpose is stated. */
export const viewCase = query<typeof caseRoutes.view>({
  route: caseRoutes.view,
  permit: 'case.view',
  async view(tx, permit, { params }, purpose) {
    const [record, told, requesterRows, fileIds, links, history] = await Promise.all([
      findCase(tx, permit, params.id),
      toldOf(tx, params.id),
      requesterRowsOf(tx, params.id),
      filesOfCase(tx, params.id),
      linksOf(tx, permit, params.id),
      historyOf(tx, params.id),
    ])
    const { facts } = record
    const mentioned = namedIn(history)
    const [kind, gridWorker, named, mediatorsThere, texts, units, duties, acting] = await Promise.all([
      kindOfCase(tx, facts),
      facts.gridCode ? gridWorkerName(tx, facts.gridCode) : null,
      namedPeople(tx, facts),
      hasMediators(tx, facts),
      readContent(tx, [...textIdsOf(told), ...mentioned.texts]),
      unitNames(tx, [...unitsIn(facts), ...mentioned.units]),
      dutyNames(tx, mentioned.duties),
      actingTimes(tx, mentioned.posts),
    ])
    const detail = await opened(tx, told, texts)
    // A purpose opens the requester to those only who may see requesters: one table decides, whichever way is asked.
    const open = purpose !== null && allows('case.seeRequester', asking(tx.actor), reachOfFacts(facts))
    const people = requesterRows.map((row) => requesterView(tx, row, !open))
    const requester = facts.partyIds.length === 0 ? (people[0] ?? null) : null
    const steps = history.filter(isStep)
    const around = { kind, item: told.item, units, fileIds, named, mediatorsThere, senders: sendersIn(steps) }
    const head = headOfCase(tx, record, around)
    const answer: CaseView = {
      ...head,
      kind: facts.kind,
      kindVersion: facts.kindVersion,
      ...inBothLanguages(kind, detail.words),
      answers: detail.answers,
      level: facts.level,
      echoWall: detail.echoWall,
      where: whereOf(facts, told, detail, gridWorker),
      requester,
      parties: partyViews(facts, people),
      confidential: facts.circle !== null,
      initiator: units.get(facts.initiatorUnitId ?? '') ?? null,
      admissionId: facts.admissionId,
      assignments: assignmentViews(facts, kind, units),
      codes: codesToShow(tx, facts, kind, head.moves, units),
      ratings: ratingsOf(facts, steps, kind, units),
      clocks: clockViews(facts, units),
      flags: flagViews(facts, units),
      choices: choiceViews(facts),
      counts: facts.counts,
      links: [...links],
      timeline: [...tellSteps(facts, history, { texts, names: units, duties, acting }, 'staff')],
    }
    return { answer, subjects: people.map(({ id }) => id) }
  },
})

/** The requester's name and number in full: the read is in the ledger with its purpose. */
export const viewRequester = query<typeof caseRoutes.requester>({
  route: caseRoutes.requester,
  permit: 'case.seeRequester',
  async view(tx, permit, { params, query: { partyId } }) {
    const { facts } = await findCase(tx, permit, params.id)
    const rows = await requesterRowsOf(tx, facts.id)
    const several = facts.partyIds.length > 0
    const row = several ? rows.find(({ id }) => id === partyId) : rows[0]
    const requester = requesterView(tx, must(row, { refusal: 'not-found' }), false)
    return { answer: requester, subjects: [requester.id] }
  },
})

const unitsIn = (facts: CaseFacts): readonly string[] =>
  [
    facts.ownerUnitId,
    facts.initiatorUnitId,
    ...facts.assignments.map((one) => one.unitId),
    ...facts.flags.flatMap(({ unitId, ownerUnitId }) => [unitId, ownerUnitId]),
  ].filter((id) => id !== null)

const whereOf = (
  { communityCode, gridCode }: CaseFacts,
  { community, subdistrict }: Told,
  detail: CaseDetail,
  gridWorker: string | null,
): CaseView['where'] => ({
  communityCode,
  communityName: community.name,
  communityNameEn: community.nameEn,
  subdistrictName: subdistrict?.name ?? '',
  subdistrictNameEn: subdistrict?.nameEn ?? '',
  gridCode,
  gridWorker,
  compound: detail.compound,
  building: detail.building,
  detail: detail.detail,
  point: detail.point,
  label: detail.label,
})

function assignmentViews(facts: CaseFacts, kind: Kind, names: UnitNames): CaseView['assignments'] {
  return facts.assignments.map((one) => ({
    id: one.id,
    role: one.role,
    state: one.state,
    stateName: kind.assignmentNames?.[one.state] ?? null,
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
    assignmentId,
    name: kind.clocks[clock.clock]?.name ?? { zh: clock.clock, en: clock.clock },
    unitName: assignmentId ? (names.get(units.get(assignmentId) ?? '')?.name ?? null) : null,
  }))
}

function flagViews(facts: CaseFacts, names: UnitNames): CaseView['flags'] {
  const flags = getKind(facts.kind, facts.kindVersion).flags ?? {}
  // What is noted each time is shown once.
  const shown = facts.flags.filter(
    (one, place, all) =>
      !flags[one.flag]?.each ||
      all.findLastIndex(({ flag, unitId }) => flag === one.flag && unitId === one.unitId) === place,
  )
  return shown.map(({ flag, unitId, ownerUnitId, raisedAt, until }) => {
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
