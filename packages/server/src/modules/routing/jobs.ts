import { DAY_MS, MINUTE_MS } from '@lianxin/contract'
import { systemActor } from '../../kernel/actor.ts'
import { lastErasure } from '../../kernel/content.ts'
import type { Job } from '../../kernel/module.ts'
import { inTenant, type Tx } from '../../kernel/tx.ts'
import { itemsInForce } from '../catalogue/index.ts'
import { Learner } from './domain/learn-items.ts'
import { ruleFaults } from './domain/rule-faults.ts'
import type { MatterCursor, PastMatters } from './past-matters.ts'
import { loadRuleGround } from './queries/load-options.ts'
import { findLearning } from './queries/look-up-learning.ts'
import { rulesAt } from './queries/look-up-rules.ts'
import { keepAlerts, replaceLearning } from './store.ts'

const LOOK_MS = MINUTE_MS
const ALERTS = systemActor('routing.alerts')

/** Looks whether the rules in force still lead somewhere: units end, posts fall vacant, items are taken out. */
export const alertJob: Job = {
  name: 'routing.alerts',
  everyMs: LOOK_MS,
  run: (world, tenant) =>
    inTenant(world, tenant, ALERTS, async (tx) => {
      const rules = (await rulesAt(tx, tx.now)).present?.rules ?? []
      return keepAlerts(tx, ruleFaults(rules, await loadRuleGround(tx, rules)))
    }),
}

const LEARNER = systemActor('routing.learn')
const AGAIN_MS = DAY_MS
/** What people wrote about changes with the years; the last one also holds every season once. */
const LOOKED_BACK_MS = 366 * DAY_MS
const MOST_MATTERS = 20_000
const PAGE = 100

/**
 * Counts the words of closed matters anew once a day, and as soon as words were erased: nothing that is counted outlives the
 * words it was counted from by more than a minute. Short transactions, so that nobody waits for it.
 */
export const learnJob = (matters: PastMatters): Job => ({
  name: 'routing.learn',
  everyMs: LOOK_MS,
  async run(world, tenant) {
    const inside = <T>(work: (tx: Tx) => Promise<T>) => inTenant(world, tenant, LEARNER, work)
    const { due, erasedAt, since } = await inside(async (tx) => {
      const last = await findLearning(tx)
      const erased = await lastErasure(tx)
      const isDue = !last || last.erasedAt !== erased || last.learntAt + AGAIN_MS <= tx.now
      return { due: isDue, erasedAt: erased, since: tx.now - LOOKED_BACK_MS }
    })
    if (!due) return 0
    const items = await inside(itemsInForce)
    const learner = new Learner((kind) => items.filter(({ kinds }) => kinds.includes(kind)))
    let taken = 0
    for (let after: MatterCursor | null = null; taken < MOST_MATTERS; ) {
      const page = await inside((tx) => matters.closed(tx, since, after, PAGE))
      for (const matter of page.matters) learner.take(matter)
      taken += page.matters.length
      if (!page.next) break
      after = page.next
    }
    const { learnt, outcome } = await learner.finish()
    await inside((tx) => replaceLearning(tx, learnt, outcome, erasedAt))
    // Nobody waits for it, and it is not due again at once.
    return 0
  },
})
