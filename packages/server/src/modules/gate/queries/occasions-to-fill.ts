import {
  BINDING,
  type Burden,
  type DemandKind,
  type GateState,
  occasionAt,
  type RecipientState,
} from '@lianxin/contract'
import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'

type Form = Burden & {
  readonly id: string
  readonly kind: DemandKind
  readonly state: GateState
  readonly typedCount: number
}

/** Whether a demand is in force for a community now. */
export const holdsFor = (
  { state, fromAt, untilAt }: Pick<Form, 'state' | 'fromAt' | 'untilAt'>,
  mine: RecipientState | null,
  now: number,
): boolean =>
  (state === 'asking' || state === 'inForce') &&
  mine !== null &&
  BINDING.includes(mine) &&
  fromAt <= now &&
  untilAt > now

/**
 * The occasion of a form in force that has begun and that the unit has not filled in; null: nothing to do. A form in which
 * nothing has to be typed is never put to anybody: it is taken from what is held.
 */
export async function toFill(
  tx: Tx,
  unitId: string,
  form: Form,
  mine: RecipientState | null,
): Promise<number | null> {
  if (form.kind !== 'form' || form.typedCount === 0 || !holdsFor(form, mine, tx.now)) return null
  const occasion = occasionAt(form, tx.now)
  if (occasion === undefined) return null
  const { rows } = await sql`
    select 1 from gate_response where tenant = ${tx.tenant} and request_id = ${form.id} and unit_id = ${unitId}
      and occasion_at = ${new Date(occasion).toISOString()}::timestamptz`.execute(tx.db)
  return rows.length > 0 ? null : occasion
}
