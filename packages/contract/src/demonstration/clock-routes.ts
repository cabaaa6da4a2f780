import Type, { type Static } from 'typebox'
import { route } from '../route.ts'
import { At } from '../schema.ts'

export const FASTEST = 1_000

/** The demonstration's time: what it is now, how many times as fast as the machine's it runs, and how far it is ahead. */
export const DemoClock = Type.Object({
  now: At,
  speed: Type.Integer({ minimum: 1, maximum: FASTEST }),
  /** Milliseconds ahead of the machine's time. */
  aheadMs: Type.Integer({ minimum: 0 }),
})
export type DemoClock = Static<typeof DemoClock>

export const clockRoutes = {
  show: route({
    id: 'demonstration.clock',
    method: 'GET',
    path: '/api/demo/clock',
    summary: 'The demonstration’s time and how fast it runs (MODE=demo only)',
    permit: 'public.read',
    response: DemoClock,
  }),
  setSpeed: route({
    id: 'demonstration.setSpeed',
    method: 'POST',
    path: '/api/demo/clock',
    summary:
      'Lets the demonstration’s time run faster for a minute, after which it runs as usual unless asked again (MODE=demo only)',
    permit: 'demo.setClock',
    body: Type.Object(
      { speed: Type.Integer({ minimum: 1, maximum: FASTEST }) },
      { additionalProperties: false },
    ),
    response: DemoClock,
  }),
} as const
