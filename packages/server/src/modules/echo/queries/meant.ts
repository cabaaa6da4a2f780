import { sql } from 'kysely'
import { Refused } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { caseOfRef } from '../domain/me-too.ts'

/**
 * Which matter somebody means who says “me too”: an open one by its reference, or a published answer.
 * @throws Refused `not-found` for what names nothing, `echo.over` for what has ended and is not on the wall
 */
export async function meant(
  tx: Tx,
  about: { readonly ref?: string; readonly entryId?: string },
): Promise<string> {
  if (about.entryId !== undefined) {
    const { rows } = await sql<{ case_id: string; state: string }>`
      select case_id, state from echo_entry where tenant = ${tx.tenant} and id = ${about.entryId}`.execute(
      tx.db,
    )
    const [entry] = rows
    if (!entry) throw new Refused({ refusal: 'not-found' })
    if (entry.state === 'down') throw new Refused({ refusal: 'echo.down' })
    return entry.case_id
  }
  const caseId = about.ref === undefined ? undefined : caseOfRef(tx, about.ref)
  if (caseId === undefined) throw new Refused({ refusal: 'not-found' })
  const { rows } = await sql<{ open: boolean }>`
    select open from grid_case where tenant = ${tx.tenant} and id = ${caseId}`.execute(tx.db)
  if (!rows[0]?.open) throw new Refused({ refusal: 'echo.over' })
  return caseId
}
