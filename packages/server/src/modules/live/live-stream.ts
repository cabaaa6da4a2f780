import { Readable } from 'node:stream'
import { isRefusal, liveRoutes, MINUTE_MS } from '@lianxin/contract'
import { type Actor, asking } from '../../kernel/actor.ts'
import { knownActor } from '../../kernel/asker.ts'
import type { Identify } from '../../kernel/edge.ts'
import type { StreamRoute } from '../../kernel/module.ts'
import { mintPermit, permitFor } from '../../kernel/permit.ts'
import { Refused } from '../../kernel/refused.ts'
import { mayHear, sayBeat, sayReset } from './live-change.ts'
import { DOOR, type DoorSize, liveDoor } from './live-door.ts'
import type { Told } from './recent-changes.ts'
import type { Listener, TenantFeed } from './tenant-feed.ts'

export type LiveTimes = { readonly beatMs: number; readonly recheckMs: number }
export const LIVE_TIMES: LiveTimes = { beatMs: 20_000, recheckMs: MINUTE_MS }

/** More than this unread means that the reader does not keep up: it is cut off and resumes where it was. */
const MOST_UNREAD_BYTES = 256 * 1024
const MOST_PER_ACCOUNT = 6

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // Proxies must not gather what should arrive at once.
  'x-accel-buffering': 'no',
}

type Call = Parameters<StreamRoute['handle']>[0]

/** What happens within reach, as it happens. Rights are asked again every minute; whoever lost them is cut off. */
export const liveStream = (
  feedOf: (call: Call) => TenantFeed,
  identify: Identify,
  times: LiveTimes,
  size: DoorSize = DOOR,
): StreamRoute => {
  const door = liveDoor(size)
  const open = new Map<string, number>()
  const count = (account: string, by: number) => {
    const now = (open.get(account) ?? 0) + by
    if (now === 0) open.delete(account)
    else open.set(account, now)
  }
  return {
    route: liveRoutes.stream,
    enter: (reply) => door.enter(reply),
    async handle(call) {
      const { actor, tenant, request, reply } = call
      permitFor({ actor, tenant }, 'live.follow')
      if (actor.kind !== 'account') throw new Refused({ refusal: 'auth.required' })
      const { accountId } = actor
      if ((open.get(accountId) ?? 0) >= MOST_PER_ACCOUNT) throw new Refused({ refusal: 'rate.limited' })

      const feed = feedOf(call)
      const { stream, listener, beat } = listen(actor, () => check())
      const stillMay = async () => {
        const now = await identify(request)
        const known = await knownActor(call.world, now.tenant, now.actor)
        return (
          now.tenant === tenant &&
          samePost(actor, known) &&
          !isRefusal(mintPermit('live.follow', known, tenant))
        )
      }
      const beating = setInterval(beat, times.beatMs)
      const check = () => {
        stillMay().then(
          (may) => may || stream.push(null),
          () => stream.push(null),
        )
      }
      const checking = setInterval(() => {
        check()
        // Streams that were opened in one rush must not all be asked about in one.
      }, times.recheckMs * spread())
      count(accountId, 1)
      const closed = door.opened()
      stream.once('close', () => {
        clearInterval(beating)
        clearInterval(checking)
        count(accountId, -1)
        closed()
        feed.leave(listener)
      })
      feed.join(listener, resumeAt(request)).catch(() => stream.destroy())
      return reply.headers(HEADERS).send(stream)
    },
  }
}

/** A stream to one reader, and the listener that fills it with what this actor may hear. */
function listen(actor: Actor, check: () => void) {
  const who = asking(actor)
  let seen: number | undefined
  let drained: () => void = () => {}
  const stream = new Readable({ read: () => drained() })
  const listener: Listener = {
    hear(told: readonly Told[], now) {
      seen = now
      const heard = told.filter(({ change }) => mayHear(who, change))
      if (heard.length > 0) stream.push(heard.map(({ text }) => text).join(''))
      if (stream.readableLength > MOST_UNREAD_BYTES) stream.destroy()
    },
    standAt(seq) {
      seen = seq
      stream.push(sayBeat(seq))
    },
    skipTo(seq) {
      seen = seq
      stream.push(sayReset(seq))
    },
    postChanged(postId) {
      if (actor.kind === 'account' && actor.post?.id === postId) check()
    },
    ready: async () => {
      if (stream.readableLength === 0 || stream.closed) return
      await new Promise<void>((resolve) => {
        drained = resolve
        stream.once('close', resolve)
      })
    },
    get closed() {
      return stream.destroyed || stream.readableEnded
    },
  }
  stream.push(': here\n\n')
  return { stream, listener, beat: () => stream.push(seen === undefined ? ': beat\n\n' : sayBeat(seen)) }
}

/** Between three quarters and five quarters. */
const spread = () => 0.75 + Math.random() / 2

const samePost = (before: Actor, now: Actor): boolean =>
  before.kind === 'account' &&
  now.kind === 'account' &&
  before.accountId === now.accountId &&
  before.post?.id === now.post?.id &&
  before.post?.role === now.post?.role &&
  before.post?.unitId === now.post?.unitId &&
  before.post?.placeCode === now.post?.placeCode

/** The browser's own header wins over the address: it is where the reader really stopped. */
function resumeAt(request: Call['request']): number | undefined {
  const last = request.headers['last-event-id']
  if (typeof last === 'string' && /^\d{1,15}$/.test(last)) return Number(last)
  return (request.query as { since?: number }).since
}
