import { BINDING, type Burden, type DemandKind, occasionAt } from '@lianxin/contract'
import { sql } from 'kysely'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'

export type Admission = {
  readonly id: string
  readonly kind: DemandKind
  /** The entry of the communities' duty list that it rests on; null: the gatekeeper let it pass without one. */
  readonly dutyCode: string | null
  readonly untilAt: number
  /** When the period began in which it is now: it may be placed on each community once in it. */
  readonly occasionAt: number
  /** The communities on which it may be placed now: they took it on, or must. */
  readonly communityCodes: readonly string[]
}

/**
 * What a department may place on communities now by a gate request: undefined unless it was let through for this unit and
 * kind and is in force. The case engine asks it before a department raises an `assignment`.
 */
export async function admissionFor(
  tx: Tx,
  {
    admissionId,
    unitId,
    kind = 'assignment',
  }: { readonly admissionId: string; readonly unitId: string; readonly kind?: DemandKind },
): Promise<Admission | undefined> {
  const { rows } = await sql<Omit<Admission, 'occasionAt'> & Burden>`
    select g.id, g.kind, g.duty_code as "dutyCode", g.minutes, g.frequency, g.from_at as "fromAt", g.until_at as "untilAt",
      array(select r.community_code from gate_recipient r where r.tenant = g.tenant and r.request_id = g.id
        and r.state in (${sql.join(BINDING.map((state) => sql`${state}`))}) order by 1) as "communityCodes"
    from gate_request g
    where g.tenant = ${tx.tenant} and g.id = ${admissionId} and g.unit_id = ${unitId} and g.kind = ${kind} and g.state in ('asking', 'inForce')
      and g.from_at <= ${at(tx.now)} and g.until_at > ${at(tx.now)}`.execute(tx.db)
  const [row] = rows
  if (!row || row.communityCodes.length === 0) return undefined
  const { id, kind: of, dutyCode, untilAt, communityCodes } = row
  return {
    id,
    kind: of,
    dutyCode,
    untilAt,
    communityCodes,
    occasionAt: occasionAt(row, tx.now) ?? row.fromAt,
  }
}
