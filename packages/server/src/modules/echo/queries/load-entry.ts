import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'
import { joinedGroup } from '../../case/index.ts'
import type { Entry } from '../domain/entry.ts'

/** The public answer of a matter, whatever its state. */
export async function entryOfCase(tx: Tx, caseId: string): Promise<Entry | undefined> {
  const { rows } = await sql<Entry>`
    select id, case_id as "caseId", version, state, raised_id as "raisedId", answer_id as "answerId", community_code as "communityCode",
      compound_id as "compoundId", item_code as "itemCode", item_version as "itemVersion", unit_id as "unitId", raised_at as "raisedAt",
      answered_at as "answeredAt", solved, satisfaction, published_at as "publishedAt", corrected_at as "correctedAt", reason
    from echo_entry where tenant = ${tx.tenant} and case_id = ${caseId}`.execute(tx.db)
  return rows[0]
}

export type Consent = { readonly agreed: boolean; readonly id: string | null; readonly version: number }

/** What the requester last said: later words outweigh the tick at reporting. Nobody said anything = no. */
export async function consentOf(tx: Tx, caseId: string): Promise<Consent> {
  const { rows } = await sql<{ agreed: boolean; id: string | null; version: number }>`
    select coalesce(s.agreed, d.echo_wall) as agreed, s.id, coalesce(s.version, 0) as version
    from case_detail d left join echo_consent s on s.tenant = d.tenant and s.case_id = d.case_id
    where d.tenant = ${tx.tenant} and d.case_id = ${caseId}`.execute(tx.db)
  return rows[0] ?? { agreed: false, id: null, version: 0 }
}

/**
 * How many people said “me too” to a matter or to one that was joined with it, and how many of them left a number that was
 * confirmed: each number once.
 */
export async function meTooCounts(tx: Tx, caseId: string): Promise<{ all: number; byPhone: number }> {
  const { rows } = await sql<{ all: number; byPhone: number }>`
    select ${PEOPLE} as all, count(distinct phone_index)::int as "byPhone" ${saidTo(tx, sql`${caseId}::uuid`)}`.execute(
    tx.db,
  )
  return rows[0] ?? { all: 0, byPhone: 0 }
}

/** The same number of people as a column, for the matters of a list. */
export const meToo = (tx: Tx, caseId: RawBuilder<unknown>) => sql`(select ${PEOPLE} ${saidTo(tx, caseId)})`

const PEOPLE = sql`(count(*) - count(phone_index) + count(distinct phone_index))::int`
const saidTo = (tx: Tx, caseId: RawBuilder<unknown>) => sql`
  from echo_me_too where tenant = ${tx.tenant} and case_id in (${joinedGroup(tx, caseId)})
    and confirmed_at is not null and left_at is null`
