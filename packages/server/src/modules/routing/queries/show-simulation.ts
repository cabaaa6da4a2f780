import { isRefusal, routingRoutes, simulatedPeriod } from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { ensure, must, Refused } from '../../../kernel/refused.ts'
import type { PastMatters } from '../past-matters.ts'
import { findDraft, rulesAt } from './look-up-rules.ts'
import { simulate } from './simulate.ts'

/** Which matters of a time the draft would give to others. Numbers, items, places and units: no person is shown. */
export const showSimulation = (matters: PastMatters) =>
  query<typeof routingRoutes.simulation>({
    route: routingRoutes.simulation,
    permit: 'routing.change',
    async view(tx, _permit, { query: wanted }) {
      const time = simulatedPeriod(wanted, tx.now)
      if (isRefusal(time)) throw new Refused(time)
      const draft = must(await findDraft(tx), { refusal: 'routing.no-draft' })
      ensure(draft.open, { refusal: 'routing.no-draft' })
      const now = (await rulesAt(tx, tx.now)).present?.rules ?? []
      const report = await simulate(tx, matters, { draft: draft.rules, now }, time)
      return { answer: { draftVersion: draft.version, ...report }, subjects: [] }
    },
  })
