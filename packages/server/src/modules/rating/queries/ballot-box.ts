import { quarterOf, quarterSpan, upwardRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { query } from '../../../kernel/query.ts'
import { Refused } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { settingAt } from '../../setting/index.ts'
import { ratableUnits, tokenOf } from './ratable-units.ts'

/** Whom the reader may rate now. That they have rated is theirs to see; what they gave is nowhere. */
export const ballotBox = query<typeof upwardRoutes.box>({
  route: upwardRoutes.box,
  permit: 'rating.rateUp',
  async view(tx) {
    if (tx.actor.kind !== 'account') throw new Refused({ refusal: 'auth.required' })
    const { accountId } = tx.actor
    const quarter = quarterOf(tx.now)
    const units = await ratableUnits(tx)
    const spent = await spentOf(tx, quarter)
    const { minimumGroup } = await settingAt(tx, 'evaluation', tx.now)
    return {
      answer: {
        ...{ quarter, publishedAt: quarterSpan(quarter)[1], minimumGroup },
        units: units.map(({ id, name, nameEn }) => ({
          ...{ unitId: id, name, nameEn },
          rated: spent.has(Buffer.from(tokenOf(tx, accountId, id, quarter)).toString('hex')),
        })),
      },
      subjects: [],
    }
  },
})

async function spentOf(tx: Tx, quarter: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ token: string }>`
    select encode(token, 'hex') as token from upward_token where tenant = ${tx.tenant} and quarter = ${quarter}`.execute(
    tx.db,
  )
  return new Set(rows.map((row) => row.token))
}
