import { type Refusal, refuse } from '@lianxin/contract'
import { sql } from 'kysely'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { admissionFor } from '../../gate/index.ts'
import type { CaseFacts } from '../domain/case-facts.ts'

type Placing = {
  readonly id: string
  readonly caseId: string
  readonly unitId: string | null
  readonly communityCode: string
}

/**
 * The one place where the engine asks the gate: may this unit place a task on this community now? The admission is locked,
 * so that two who place at once do not both have the one time that it was admitted for.
 */
export async function admissionRefusal(
  tx: Tx,
  { id, caseId, unitId, communityCode }: Placing,
): Promise<Refusal | undefined> {
  const admission = unitId ? await admissionFor(tx, { admissionId: id, unitId }) : undefined
  if (!admission?.communityCodes.includes(communityCode)) return refuse('case.not-admitted')
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${id} ${communityCode}`}, ${tx.tenant}))`.execute(
    tx.db,
  )
  const { rows } = await sql`
    select 1 from grid_case c where c.tenant = ${tx.tenant} and c.admission_id = ${id} and c.community_code = ${communityCode}
      and c.id <> ${caseId} and c.opened_at >= ${at(admission.occasionAt)} and c.state <> 'takenBack' limit 1`.execute(
    tx.db,
  )
  return rows.length > 0 ? refuse('case.admission-used') : undefined
}

/** The same for a matter that was written down before and is placed now. */
export const placingRefusal = (tx: Tx, facts: CaseFacts): Promise<Refusal | undefined> =>
  facts.admissionId === null
    ? Promise.resolve(refuse('case.admission-needed'))
    : admissionRefusal(tx, {
        ...{ id: facts.admissionId, caseId: facts.id },
        ...{ unitId: facts.initiatorUnitId, communityCode: facts.communityCode },
      })
