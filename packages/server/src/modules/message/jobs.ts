import { DAY_MS, HOUR_MS, MINUTE_MS, UNREADABLE } from '@lianxin/contract'
import { systemActor } from '../../kernel/actor.ts'
import type { Job } from '../../kernel/module.ts'
import type { World } from '../../kernel/ports.ts'
import { inTenant, type Tx } from '../../kernel/tx.ts'
import type { MessageConnector } from './connector.ts'
import {
  type ClaimedMessage,
  claimMessages,
  eraseMessages,
  settleMessages,
  type TriedMessage,
} from './store.ts'

const BATCH = 20
const MOST_TRIES = 8
const FIRST_WAIT_MS = 10_000
/** Longer than any connector waits for an answer. */
const LEASE_MS = MINUTE_MS
const KEPT_MS = 30 * DAY_MS

/** 20 s after the first try, then twice as long each time: eight tries take about three quarters of an hour. */
const waitAfter = (tries: number): number => FIRST_WAIT_MS * 2 ** tries

/**
 * Claims, delivers, records: three steps, so that no transaction waits for a gateway. A process that dies between the
 * last two sends once more under the same id: at least once, never lost.
 */
export const deliverJob = (connectors: readonly MessageConnector[]): Job => ({
  name: 'message.deliver',
  everyMs: 1_000,
  // What comes in while others are delivered waits for its second: many then go in one transaction.
  batch: BATCH,
  waiting: 'messages_waiting',
  async run(world, tenant) {
    const inside = <T>(work: (tx: Tx) => Promise<T>) =>
      inTenant(world, tenant, systemActor('message.deliver'), work)
    const claimed = await inside((tx) => claimMessages(tx, BATCH, LEASE_MS))
    const tried: TriedMessage[] = []
    let settling = Promise.resolve()
    await Promise.all(
      claimed.map(async (message) => {
        const outcome = await deliver(world, connectors, message)
        tried.push({ id: message.id, outcome })
        // At once, but together with all others that a gateway has answered meanwhile.
        settling = settling.then(() => {
          const answered = tried.splice(0)
          return answered.length === 0 ? undefined : inside((tx) => settleMessages(tx, answered))
        })
        return settling
      }),
    )
    return claimed.length
  },
})

async function deliver(
  world: World,
  connectors: readonly MessageConnector[],
  { id, channel, to, text, tries }: ClaimedMessage,
): Promise<TriedMessage['outcome']> {
  // Nothing better comes of trying again; the operator has been told which row it is.
  if (to === UNREADABLE || text === UNREADABLE) return { again: null }
  const connector = connectors.find((one) => one.channel === channel)
  const outcome = (await connector?.deliver({ id, to, text })) ?? { failed: 'noConnector', retry: true }
  if (outcome === 'delivered') return outcome
  const retry = outcome.retry && tries < MOST_TRIES
  world.log.warn(
    { messageId: id, channel, failed: outcome.failed, tries, retry },
    'a message was not delivered',
  )
  return { again: retry ? world.clock.now() + waitAfter(tries) : null }
}

/** A month after a message was settled nobody needs its words any more (PIPL 19: no longer than necessary). */
export const eraseJob: Job = {
  name: 'message.erase',
  everyMs: HOUR_MS,
  run: (world, tenant) =>
    inTenant(world, tenant, systemActor('message.erase'), (tx) => eraseMessages(tx, tx.now - KEPT_MS, 500)),
}
