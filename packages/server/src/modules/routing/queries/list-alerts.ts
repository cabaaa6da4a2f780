import { routingRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { query } from '../../../kernel/query.ts'
import { ruleFaults } from '../domain/rule-faults.ts'
import { loadRuleGround } from './load-options.ts'
import { rulesAt } from './look-up-rules.ts'

/** Rules in force that lead nowhere, with since when that is known. */
export const listRoutingAlerts = query<typeof routingRoutes.alerts>({
  route: routingRoutes.alerts,
  permit: 'routing.change',
  async view(tx) {
    const { rows } = await sql<{
      id: string
      ruleId: string
      kind: string
      subject: string
      raisedAt: number
    }>`
      select id, rule_id as "ruleId", kind, subject, raised_at as "raisedAt" from routing_alert
      where tenant = ${tx.tenant} and settled_at is null order by raised_at desc, id`.execute(tx.db)
    const rules = rows.length > 0 ? ((await rulesAt(tx, tx.now)).present?.rules ?? []) : []
    const faults = ruleFaults(rules, await loadRuleGround(tx, rules))
    const answer = rows.flatMap(({ id, ruleId, kind, subject, raisedAt }) => {
      const fault = faults.find(
        (one) => one.ruleId === ruleId && one.kind === kind && one.subject === subject,
      )
      // Mended since the last look: the next one settles it.
      return fault ? [{ id, kind: fault.kind, number: fault.number, sentence: fault.sentence, raisedAt }] : []
    })
    return { answer, subjects: [] }
  },
})
