import { sql } from 'kysely'
import type { Tx } from '../../../kernel/tx.ts'
import { guessItems, type ItemGuesses, type Learning } from '../domain/guess-item.ts'
import type { Outcome } from '../domain/learn-items.ts'
import type { Nameable } from '../domain/score-items.ts'
import { tokensOf } from '../domain/tokens.ts'

export type LearningRow = {
  readonly learntAt: number
  readonly erasedAt: number | null
  readonly items: Readonly<Record<string, number>>
  readonly outcome: Outcome
}

/** What the last learning came to; undefined: there was none yet. */
export async function findLearning(tx: Tx): Promise<LearningRow | undefined> {
  const { rows } = await sql<LearningRow>`
    select learnt_at as "learntAt", erased_at as "erasedAt", items, outcome
    from item_learning where tenant = ${tx.tenant}`.execute(tx.db)
  return rows[0]
}

/** The likeliest items for some words, each with its reason. A suggestion for somebody who then decides (PIPL 24). */
export async function suggestItemsFor<I extends Nameable>(
  tx: Tx,
  items: readonly I[],
  words: string,
): Promise<ItemGuesses<I>> {
  const row = await findLearning(tx)
  return guessItems(items, words, row ? await learningFor(tx, row, words) : null)
}

/** Only the counts of the pieces that occur. */
async function learningFor(tx: Tx, { items, outcome }: LearningRow, words: string): Promise<Learning> {
  const { rows } = await sql<{ token: string; itemCode: string; matters: number }>`
    select token, item_code as "itemCode", matters from item_token
    where tenant = ${tx.tenant} and token in (select jsonb_array_elements_text(${JSON.stringify(tokensOf(words))}::jsonb))`.execute(
    tx.db,
  )
  return {
    matters: new Map(Object.entries(items)),
    counts: new Map(
      [...Map.groupBy(rows, ({ token }) => token)].map(([token, all]) => [
        token,
        new Map(all.map(({ itemCode, matters }) => [itemCode, matters])),
      ]),
    ),
    curve: outcome.curve,
    trust: outcome.trust ?? 0,
    learntFrom: outcome.learntFrom,
  }
}
