import { parsePublicNumber } from '@lianxin/contract'
import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'
import { followCodeOf } from './receipt.ts'

export type Followable = { readonly caseId: string; readonly requesterId: string; readonly number: string }
/** `code`: the secret that opens it to this one of them. */
export type FollowableWithCode = Followable & { readonly code: string }

/** The matter with a public number, as people type it, once for each person who may follow it. For following only: it grants nothing. */
export async function findFollowable(tx: Tx, typed: string): Promise<readonly FollowableWithCode[]> {
  const parsed = parsePublicNumber(typed)
  if (typeof parsed === 'string') return []
  const { rows } = await sql<Followable & { several: boolean }>`
    select c.id as "caseId", r.id as "requesterId", c.number, c.circle is not null as several
    from grid_case c join case_requester r on r.tenant = c.tenant and r.case_id = c.id
    where c.tenant = ${tx.tenant} and c.number = ${parsed.text} order by r.id`.execute(tx.db)
  return rows.map(({ several, ...one }) => ({
    ...one,
    code: followCodeOf(tx, several ? one.requesterId : one.caseId),
  }))
}

/** Whether somebody who follows a matter left this telephone number, compared by blind index. */
export async function phoneBelongs(tx: Tx, requesterId: string, phone: string): Promise<boolean> {
  const index = tx.keys.blindIndex('case_requester.phone', phone)
  const { rows } = await sql`
    select 1 from case_requester where tenant = ${tx.tenant} and id = ${requesterId} and phone_index = ${index}`.execute(
    tx.db,
  )
  return rows.length === 1
}

export type Recipient = {
  readonly requesterId: string
  readonly number: string
  readonly phone: string | null
  readonly language: 'zh-CN' | 'en'
  readonly confidential: boolean
}

/** Where messages about a matter go: to each person who follows it. */
export async function recipientsOf(tx: Tx, caseId: string): Promise<readonly Recipient[]> {
  const { rows } = await sql<{
    id: string
    number: string
    phone: Uint8Array | null
    language: 'zh-CN' | 'en'
    confidential: boolean
  }>`
    select r.id, c.number, r.phone, d.language, c.circle is not null as confidential
    from grid_case c join case_requester r on r.tenant = c.tenant and r.case_id = c.id join case_detail d on d.tenant = c.tenant and d.case_id = c.id
    where c.tenant = ${tx.tenant} and c.id = ${caseId} order by r.id`.execute(tx.db)
  return rows.map(({ id, phone, ...row }) => ({
    ...row,
    requesterId: id,
    phone:
      (phone && tx.keys.columns.readable(phone, { table: 'case_requester', column: 'phone', row: id })) ??
      null,
  }))
}
