import { whistleRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { where } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { atMost } from '../../../kernel/sql-values.ts'
import { caseReach, codesNow, findCase, WAITING_FOR_CODE } from '../../case/index.ts'
import { unitNames } from '../../org/index.ts'

/** More than one unit is called to, or calls for, at a time. */
const MOST = 40

/** All codes of the reader's unit at once, for the device to keep: numbers, units and digits, and nothing of anybody's matter. */
export const showCodes = query<typeof whistleRoutes.codes>({
  route: whistleRoutes.codes,
  permit: 'case.attest',
  async view(tx, permit) {
    const unitId = tx.actor.kind === 'account' ? (tx.actor.post?.unitId ?? null) : null
    const { rows } = await sql<{ id: string }>`
      select c.id from grid_case c
      where c.tenant = ${tx.tenant} and c.open and c.kind in ${among(WAITING_FOR_CODE.kinds)} and c.state in ${among(WAITING_FOR_CODE.states)}
        and ${where(permit, caseReach)} and exists (
          select 1 from case_assignment a where a.tenant = c.tenant and a.case_id = c.id and a.round = c.reopened_count
            and a.state in ${among(WAITING_FOR_CODE.assignments)} and ${unitId}::uuid in (a.unit_id, c.initiator_unit_id))
      order by c.opened_at desc, c.id limit ${atMost(MOST + 1)}`.execute(tx.db)
    const records = await Promise.all(rows.slice(0, MOST).map(({ id }) => findCase(tx, permit, id)))
    const names = await unitNames(
      tx,
      records.flatMap(({ facts }) => [
        ...(facts.initiatorUnitId ? [facts.initiatorUnitId] : []),
        ...facts.assignments.map((one) => one.unitId),
      ]),
    )
    const shown = await Promise.all(
      records.map(async ({ facts, number }) => ({
        caseId: facts.id,
        number,
        version: facts.version,
        codes: await codesNow(tx, facts, names),
      })),
    )
    const waiting = shown.filter(({ codes }) => codes.length > 0)
    return { answer: { at: tx.now, full: rows.length > MOST, rows: waiting }, subjects: [] }
  },
})

const among = (words: readonly string[]) =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(words)}::jsonb))`
