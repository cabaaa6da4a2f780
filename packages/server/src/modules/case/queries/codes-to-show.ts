import { allows, type CodesToShow, caseRoutes, KINDS } from '@lianxin/contract'
import { sql } from 'kysely'
import { asking } from '../../../kernel/actor.ts'
import { where } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { atMost } from '../../../kernel/sql-values.ts'
import { unitNames } from '../../org/index.ts'
import { reachOfFacts } from '../domain/case-facts.ts'
import { codesOf, waitsForCode } from './calls.ts'
import { caseReach, findCase } from './load-case.ts'
import { kindOfCase } from './load-kind.ts'

/** More than one unit is called to, or calls for, at a time. */
const MOST = 40

const CALLING = [...new Set(KINDS.filter((kind) => waitsForCode(kind).length > 0).map(({ kind }) => kind))]

/** All codes of the reader's unit at once, for the device to keep: numbers, units and digits, and nothing of anybody's matter. */
export const showCodes = query<typeof caseRoutes.codes>({
  route: caseRoutes.codes,
  permit: 'case.attest',
  async view(tx, permit) {
    const unitId = tx.actor.kind === 'account' ? (tx.actor.post?.unitId ?? null) : null
    const { rows } = await sql<{ id: string }>`
      select c.id from grid_case c
      where c.tenant = ${tx.tenant} and c.open and c.kind in (${sql.join(CALLING)}) and ${where(permit, caseReach)}
        and (c.initiator_unit_id = ${unitId}::uuid or exists (
          select 1 from case_assignment a where a.tenant = c.tenant and a.case_id = c.id and a.unit_id = ${unitId}::uuid))
      order by c.opened_at desc, c.id limit ${atMost(MOST)}`.execute(tx.db)
    const records = await Promise.all(rows.map(({ id }) => findCase(tx, permit, id)))
    const names = await unitNames(
      tx,
      records.flatMap(({ facts }) => [
        ...(facts.initiatorUnitId ? [facts.initiatorUnitId] : []),
        ...facts.assignments.map((one) => one.unitId),
      ]),
    )
    const shown = await Promise.all(
      records.map(async ({ facts, number }): Promise<CodesToShow['rows']> => {
        const kind = await kindOfCase(tx, facts)
        const may = waitsForCode(kind).some(
          ({ permit: needed, from }) =>
            from.includes(facts.state) && allows(needed, asking(tx.actor), reachOfFacts(facts)),
        )
        const codes = may ? codesOf(tx, facts, kind, names) : []
        return codes.length > 0 ? [{ caseId: facts.id, number, codes }] : []
      }),
    )
    return { answer: { at: tx.now, rows: shown.flat() }, subjects: [] }
  },
})
