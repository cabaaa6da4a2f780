import { sql } from 'kysely'
import { uuids } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { joinedWith } from '../../case/index.ts'

export type MeTooRecipient = {
  readonly id: string
  readonly caseId: string
  readonly phone: string
  readonly language: 'zh-CN' | 'en'
}

type Row = { id: string; case_id: string; phone: Uint8Array; language: 'zh-CN' | 'en' }

/** None where the number cannot be opened: there is nowhere to send anything to. */
function open(tx: Tx, { id, case_id, phone: sealed, language }: Row): MeTooRecipient[] {
  const phone = tx.keys.columns.readable(sealed, { table: 'echo_me_too', column: 'phone', row: id })
  return phone === undefined ? [] : [{ id, caseId: case_id, language, phone }]
}

/**
 * Everybody who said “me too” with a confirmed number, to the matter or to one that was joined with it: where messages
 * about its steps go. Each number once.
 */
export async function meTooRecipients(tx: Tx, caseId: string): Promise<readonly MeTooRecipient[]> {
  const { rows } = await sql<Row>`
    select distinct on (phone_index) id, case_id, phone, language from echo_me_too
    where tenant = ${tx.tenant} and case_id = any(${uuids([caseId, ...(await joinedWith(tx, caseId))])})
      and confirmed_at is not null and left_at is null and phone is not null
    order by phone_index, id`.execute(tx.db)
  return rows.flatMap((row) => open(tx, row))
}

/** Where a one-time code goes. */
export async function meTooAsking(tx: Tx, meTooId: string): Promise<MeTooRecipient | undefined> {
  const { rows } = await sql<Row>`
    select id, case_id, phone, language from echo_me_too where tenant = ${tx.tenant} and id = ${meTooId} and phone is not null`.execute(
    tx.db,
  )
  return rows.flatMap((row) => open(tx, row))[0]
}
