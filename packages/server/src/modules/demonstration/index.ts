import { clockRoutes, type DemoClock } from '@lianxin/contract'
import type { Module } from '../../kernel/module.ts'
import { permitFor } from '../../kernel/permit.ts'

/** The clock of a demonstration, which app.ts hands in. */
export interface SettableClock {
  now(): number
  speed(): number
  aheadMs(): number
  /** Lasts a minute of the machine's time. */
  setSpeed(speed: number): void
}

/** What only a demonstration has: a time that can run faster. A production server has no such module, so no such route. */
export const demonstration = (clock: SettableClock): Module => {
  const told = (): DemoClock => ({ now: clock.now(), speed: clock.speed(), aheadMs: clock.aheadMs() })
  return {
    name: 'demonstration',
    streams: [
      { route: clockRoutes.show, handle: async ({ reply }) => reply.send(told()) },
      {
        route: clockRoutes.setSpeed,
        async handle({ world, actor, tenant, request, reply }) {
          permitFor({ actor, tenant }, 'demo.setClock')
          const { speed } = request.body as { speed: number }
          if (speed !== clock.speed()) world.log.info({ speed }, 'the demonstration clock was set')
          clock.setSpeed(speed)
          return reply.send(told())
        },
      },
    ],
  }
}
