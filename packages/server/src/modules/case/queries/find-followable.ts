import { parsePublicNumber } from '@lianxin/contract'
import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'

export type Followable = { readonly caseId: string; readonly requesterId: string; readonly number: string }

/** The matter with a public number, as people type it. For following only: it grants nothing. */
export async function findFollowable(tx: Tx, typed: string): Promise<Followable | undefined> {
  const parsed = parsePublicNumber(typed)
  if (typeof parsed === 'string') return undefined
  const { rows } = await sql<Followable>`
    select c.id as "caseId", r.id as "requesterId", c.number
    from grid_case c join case_requester r on r.tenant = c.tenant and r.case_id = c.id
    where c.tenant = ${tx.tenant} and c.number = ${parsed.text}`.execute(tx.db)
  return rows[0]
}

/** Whether a matter was raised with this telephone number, compared by blind index. */
export async function phoneBelongs(tx: Tx, caseId: string, phone: string): Promise<boolean> {
  const index = tx.keys.blindIndex('case_requester.phone', phone)
  const { rows } = await sql`
    select 1 from case_requester where tenant = ${tx.tenant} and case_id = ${caseId} and phone_index = ${index}`.execute(
    tx.db,
  )
  return rows.length === 1
}

/** Where messages about a matter go. */
export async function recipientOf(
  tx: Tx,
  caseId: string,
): Promise<{ number: string; phone: string | null; language: 'zh-CN' | 'en' } | undefined> {
  const { rows } = await sql<{
    id: string
    number: string
    phone: Uint8Array | null
    language: 'zh-CN' | 'en'
  }>`
    select r.id, c.number, r.phone, d.language
    from grid_case c join case_requester r on r.tenant = c.tenant and r.case_id = c.id join case_detail d on d.tenant = c.tenant and d.case_id = c.id
    where c.tenant = ${tx.tenant} and c.id = ${caseId}`.execute(tx.db)
  const row = rows[0]
  if (!row) return undefined
  const phone =
    row.phone === null
      ? null
      : new TextDecoder().decode(
          tx.keys.columns.open(row.phone, { table: 'case_requester', column: 'phone', row: row.id }),
        )
  return { number: row.number, phone, language: row.language }
}
