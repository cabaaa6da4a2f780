import type { Identify } from '../../kernel/edge.ts'
import type { Module } from '../../kernel/module.ts'
import type { World } from '../../kernel/ports.ts'
import type { Pulse } from '../../kernel/pulse.ts'
import { DOOR } from './live-door.ts'
import { LIVE_TIMES, liveStream } from './live-stream.ts'
import { TenantFeed } from './tenant-feed.ts'

/**
 * Changes as they happen, by server-sent events. `identify` is asked again while a stream is open. Streams end with
 * their connections, which the server closes when it stops.
 */
export const live = (
  pulse: Pick<Pulse, 'onWake'>,
  identify: Identify,
  times = LIVE_TIMES,
  door = DOOR,
): Module => {
  const feeds = new Map<number, TenantFeed>()
  pulse.onWake((tenant) => {
    if (tenant !== undefined) feeds.get(tenant)?.wake()
    else for (const feed of feeds.values()) feed.wake()
  })
  const feedOf = (world: World, tenant: number): TenantFeed => {
    const feed = feeds.get(tenant) ?? new TenantFeed(world, tenant)
    feeds.set(tenant, feed)
    return feed
  }
  return {
    name: 'live',
    streams: [liveStream(({ world, tenant }) => feedOf(world, tenant), identify, times, door)],
  }
}
