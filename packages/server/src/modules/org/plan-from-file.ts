import { sql } from 'kysely'
import { at } from '../../kernel/sql-values.ts'
import type { Tx } from '../../kernel/tx.ts'
import { planActing, planHolder } from './plan-store.ts'
import type { NewHolding } from './store.ts'

type Coming = {
  readonly id: string
  readonly accountId: string | null
  readonly holderName: string
  readonly from: number
}

/** What an operator's file says of a post beforehand. Its ids follow from codes and dates, so that the same file plans nothing twice. */
export type FilePlan = {
  readonly postId: string
  readonly unitId: string
  readonly next?: Coming | undefined
  readonly acting?: (Coming & { readonly endId: string; readonly until: number }) | undefined
}

/** Plans what a file says and the house does not know yet. A date that is past counts as now; acting that is over is left out. @throws Error with a sentence */
export async function planFromFile(tx: Tx, { postId, unitId, next, acting }: FilePlan): Promise<void> {
  const { rows } = await sql<{ id: string; what: string; open: boolean }>`
    select id, what, told_at is null and cancelled_at is null as open from post_change where tenant = ${tx.tenant} and post_id = ${postId}`.execute(
    tx.db,
  )
  const isKnown = ({ id }: Coming) => rows.some((one) => one.id === id)
  const holdingOf = ({ id, accountId, holderName }: Coming): NewHolding => ({
    ...{ id, postId, accountId, holderName },
  })
  if (next && !isKnown(next)) {
    if (rows.some(({ what, open }) => open && what === 'holder'))
      throw new Error(
        `A change of who holds the post of ${next.holderName} is decided already: take it back first.`,
      )
    const post = { id: postId, unitId, holding: await heldNow(tx, postId) }
    await planHolder(tx, {
      ...{ id: next.id, post, begun: holdingOf(next), from: Math.max(next.from, tx.now) },
    })
  }
  if (acting && !isKnown(acting) && acting.until > tx.now) {
    if (rows.some(({ what, open }) => open && what === 'actingEnds'))
      throw new Error(`Somebody acts already in the post in which ${acting.holderName} is to act.`)
    await planActing(tx, {
      ...{ ids: [acting.id, acting.endId], post: { id: postId, unitId, holding: null } },
      ...{ holding: holdingOf(acting), from: Math.max(acting.from, tx.now), until: acting.until },
    })
  }
}

async function heldNow(tx: Tx, postId: string) {
  const { rows } = await sql<{ id: string; accountId: string | null }>`
    select id, account_id as "accountId" from post_holding where tenant = ${tx.tenant} and post_id = ${postId} and not acting
      and valid_from <= ${at(tx.now)} and (valid_to is null or valid_to > ${at(tx.now)}) limit 1`.execute(
    tx.db,
  )
  return rows[0] ?? null
}
