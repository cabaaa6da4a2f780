import {
  type BurdenBoard,
  burdenRoutes,
  type CommunityBurden,
  minutesIn,
  monthOf,
  monthSpan,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { readContent } from '../../../kernel/content.ts'
import { query } from '../../../kernel/query.ts'
import { must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { communityUnits, unitNames } from '../../org/index.ts'
import { gridsOf, type NamesOfPlace, placeNames } from '../../place/index.ts'
import { type BurdenRow, booked, budgetIn, costOf, tenth } from './booked-burden.ts'
import { demandWords } from './demand-words.ts'
import { type GateHead, gateHeads } from './gate-heads.ts'

const MONTHS_BEFORE = 5
const monthBefore = (month: string, back: number): string => {
  const [from] = monthSpan(month)
  return back === 0 ? month : monthBefore(monthOf(from - 1), back - 1)
}

/** The published board of a month: communities, what burdens them, and what did not get through. */
export const showBoard = query<typeof burdenRoutes.board>({
  route: burdenRoutes.board,
  permit: 'public.read',
  async view(tx, _permit, { query: { month = monthOf(tx.now) } }) {
    const units = await communityUnits(tx)
    const codes = units.map(({ placeCode }) => placeCode)
    const names = await placeNames(tx, [...codes, ...new Set(codes.map((code) => code.slice(0, 9)))])
    const grids = new Map<string, number>()
    for (const { communityCode } of await gridsOf(tx, codes))
      grids.set(communityCode, (grids.get(communityCode) ?? 0) + 1)
    const gridsIn = (code: string) => grids.get(code) ?? 0
    const months = Array.from({ length: MONTHS_BEFORE + 1 }, (_, back) =>
      monthBefore(month, MONTHS_BEFORE - back),
    )
    const rows = await booked(tx, monthSpan(months[0] ?? month)[0])
    const sum = (of: readonly BurdenRow[], when: string) =>
      tenth(of.reduce((total, row) => total + costOf(row, when, gridsIn(row.communityCode)), 0))
    const now = rows.filter((row) => minutesIn(row, month) > 0)
    const answer: BurdenBoard = {
      month,
      minutes: sum(now, month),
      grids: [...grids.values()].reduce((total, count) => total + count, 0),
      budget: await budgetIn(tx, month),
      before: months.map((one) => ({ month: one, minutes: sum(rows, one) })),
      communities: codes.map((code) => {
        const mine = now.filter((row) => row.communityCode === code)
        return {
          code,
          ...namesOf(names, code),
          subdistrictCode: code.slice(0, 9),
          subdistrictName: names.get(code.slice(0, 9))?.name ?? '',
          subdistrictNameEn: names.get(code.slice(0, 9))?.nameEn ?? '',
          grids: gridsIn(code),
          demands: mine.length,
          minutes: sum(mine, month),
        }
      }),
      demands: (await headsOf(tx, now)).map((head) => {
        const theirs = now.filter(({ requestId }) => requestId === head.id)
        return {
          ...publicHead(head),
          communities: theirs.length,
          refused: head.counts.refused,
          minutesThisMonth: sum(theirs, month),
        }
      }),
      stopped: await stopped(tx),
      overruled: await overruled(tx),
    }
    return { answer, subjects: [] }
  },
})

const namesOf = (names: ReadonlyMap<string, NamesOfPlace>, code: string): NamesOfPlace =>
  names.get(code) ?? { name: code, nameEn: code }

const publicHead = ({ id, kind, title, unit, minutes, frequency, level, fromAt, untilAt }: GateHead) => ({
  ...{ id, kind, title, unitName: unit.name, unitNameEn: unit.nameEn },
  ...{ minutes, frequency, level, fromAt, untilAt },
})

const headsOf = (tx: Tx, rows: readonly BurdenRow[]) => {
  const ids = [...new Set(rows.map(({ requestId }) => requestId))]
  return gateHeads(
    tx,
    sql`g.id in (select (jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))::uuid)`,
    Math.max(1, ids.length),
  )
}

async function stopped(tx: Tx): Promise<BurdenBoard['stopped']> {
  const { rows } = await sql<BurdenBoard['stopped']>`
    select count(*) filter (where g.state = 'refused' and not exists (
        select 1 from gate_recipient r where r.tenant = g.tenant and r.request_id = g.id and r.state in ('refused', 'lapsed')))::int as "refusedByGate",
      count(*) filter (where g.state = 'returned')::int as returned,
      (select count(*)::int from gate_recipient r where r.tenant = ${tx.tenant} and r.state = 'refused') as "refusedByCommunities"
    from gate_request g where g.tenant = ${tx.tenant}`.execute(tx.db)
  return rows[0] ?? { refusedByGate: 0, returned: 0, refusedByCommunities: 0 }
}

const OVERRULED_MOST = 30

/** Every refusal that was overruled, with the gatekeeper's written reason: published, so that it is not done lightly. */
async function overruled(tx: Tx): Promise<BurdenBoard['overruled']> {
  const { rows } = await sql<{
    at: number
    code: string
    overrule_id: string
    demand_id: string
    unit_id: string
  }>`
    select r.overruled_at as at, r.community_code as code, r.overrule_id, g.demand_id, g.unit_id
    from gate_recipient r join gate_request g on g.tenant = r.tenant and g.id = r.request_id
    where r.tenant = ${tx.tenant} and r.state = 'overruled' and r.overruled_at is not null
    order by r.overruled_at desc limit ${OVERRULED_MOST}`.execute(tx.db)
  const texts = await readContent(
    tx,
    rows.map((row) => row.overrule_id),
  )
  const wordsOf = await demandWords(
    tx,
    rows.map((row) => row.demand_id),
  )
  const units = await unitNames(
    tx,
    rows.map((row) => row.unit_id),
  )
  const places = await placeNames(
    tx,
    rows.map((row) => row.code),
  )
  return rows.map((row) => ({
    at: row.at,
    title: wordsOf(row.demand_id).title,
    unitName: units.get(row.unit_id)?.name ?? '',
    unitNameEn: units.get(row.unit_id)?.nameEn ?? '',
    communityName: places.get(row.code)?.name ?? row.code,
    communityNameEn: places.get(row.code)?.nameEn ?? row.code,
    reason: texts.get(row.overrule_id) ?? '—',
  }))
}

/** One community: every grid's minutes, and what causes them. What the community does once is shared by its grids. */
export const showCommunityBurden = query<typeof burdenRoutes.community>({
  route: burdenRoutes.community,
  permit: 'public.read',
  async view(tx, _permit, { params: { code }, query: { month = monthOf(tx.now) } }) {
    must((await communityUnits(tx, [code]))[0], { refusal: 'not-found' })
    const grids = await gridsOf(tx, [code])
    const rows = (await booked(tx, monthSpan(month)[0], code)).filter((row) => minutesIn(row, month) > 0)
    const each = rows.reduce(
      (total, row) => total + costOf(row, month, grids.length) / Math.max(1, grids.length),
      0,
    )
    const answer: CommunityBurden = {
      code,
      ...namesOf(await placeNames(tx, [code]), code),
      month,
      grids: grids.map(({ code: gridCode, name, nameEn }) => ({
        ...{ code: gridCode, name, nameEn },
        minutes: tenth(each),
      })),
      causes: (await headsOf(tx, rows)).map((head) => ({
        ...{ id: head.id, kind: head.kind, title: head.title },
        ...{ unitName: head.unit.name, unitNameEn: head.unit.nameEn },
        minutes: tenth(
          rows
            .filter(({ requestId }) => requestId === head.id)
            .reduce((total, row) => total + costOf(row, month, grids.length), 0),
        ),
      })),
    }
    return { answer, subjects: [] }
  },
})
