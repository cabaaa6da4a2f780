import { DAY_MS, type Purpose } from '@lianxin/contract'
import { type RawBuilder, sql } from 'kysely'
import { at } from '../../kernel/sql-values.ts'

/**
 * When people learn that their data was read for a purpose, in days: 0 at once, null never (blind). A read without a
 * stated purpose, which shows people masked, is told at once.
 *
 * An audit is told after 30 days, so that whoever is being audited is not warned through the people whose matters
 * they handle. No purpose is blind today; a law that orders secrecy would have to be named here.
 */
export const TOLD_AFTER_DAYS: Readonly<Record<Purpose, number | null>> = {
  handleCase: 0,
  contactRequester: 0,
  verifyResult: 0,
  superviseCase: 0,
  publishAnswer: 0,
  answerRequest: 0,
  audit: 30,
}

/** The condition on rows `r` of the read ledger that may be told at `now`. */
export function told(
  now: number,
  policy: Readonly<Record<string, number | null>> = TOLD_AFTER_DAYS,
): RawBuilder<unknown> {
  const conditions = Object.entries(policy).flatMap(([purpose, days]) => {
    if (days === 0) return []
    const later = days === null ? sql`false` : sql`r.at <= ${at(now - days * DAY_MS)}`
    return [sql`(r.purpose is distinct from ${purpose} or ${later})`]
  })
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}
