import { caseRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { readContent } from '../../../kernel/content.ts'
import { where } from '../../../kernel/permit.ts'
import { query } from '../../../kernel/query.ts'
import { must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import type { LocatedPlace } from '../../place/index.ts'
import { settingAt } from '../../setting/index.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import { caseReach, findCase } from './load-case.ts'
import { asNear, itemsMeant, JOINABLE, MOST_NEAR, nearMatters } from './near-matters.ts'

/**
 * What a matter may be joined with, and what may have the same cause: found as before one is written down, by place, time
 * and item, and without anybody's words.
 */
export const nearToCase = query<typeof caseRoutes.nearTo>({
  route: caseRoutes.nearTo,
  permit: 'case.view',
  async view(tx, permit, { params: { id } }) {
    const { facts } = await findCase(tx, permit, id)
    if (!JOINABLE.includes(facts.kind)) return { answer: { rows: [] }, subjects: [] }
    const { words_id: wordsId, ...place } = await spotOfCase(tx, facts)
    const [itemCodes, { staff: within }] = await Promise.all([
      itemsOf(tx, facts, wordsId),
      settingAt(tx, 'mergeRadius', tx.now),
    ])
    const seen = where(permit, caseReach)
    // It is near to itself.
    const found = await nearMatters(tx, { place, itemCodes, within, seen, most: MOST_NEAR + 1 })
    const others = found.filter((one) => one.id !== id).slice(0, MOST_NEAR)
    return { answer: { rows: others.map(asNear) }, subjects: [] }
  },
})

/** Where it lies, as fine as distances are told: the exact point is not opened for it. And where its words are. */
async function spotOfCase(
  tx: Tx,
  { id, communityCode, gridCode }: CaseFacts,
): Promise<LocatedPlace & { readonly words_id: string }> {
  const { rows } = await sql<{
    lon: number | null
    lat: number | null
    compoundId: string
    buildingId: string
    words_id: string
  }>`
    select near_lon / 1000.0::float8 as lon, near_lat / 1000.0::float8 as lat, compound_id as "compoundId", building_id as "buildingId", words_id
    from case_detail where tenant = ${tx.tenant} and case_id = ${id}`.execute(tx.db)
  const { lon, lat, ...within } = must(rows[0], { refusal: 'not-found' })
  return { communityCode, gridCode, ...within, point: lon === null || lat === null ? null : { lon, lat } }
}

/** Its item, or what its words may be about while nobody has sorted it. */
async function itemsOf(tx: Tx, { itemCode }: CaseFacts, wordsId: string): Promise<string[]> {
  if (itemCode) return [itemCode]
  return itemsMeant(tx, { words: (await readContent(tx, [wordsId])).get(wordsId) ?? '' })
}
