import fastify, { type FastifyInstance } from 'fastify'
import { type Actor, anonymous } from '../../src/kernel/actor.ts'
import { openEdge } from '../../src/kernel/edge.ts'
import type { Module } from '../../src/kernel/module.ts'
import type { World } from '../../src/kernel/ports.ts'

/** The real edge over some modules. Whoever the test says asks; nobody until it does. */
export function testEdge(
  world: World,
  modules: readonly Module[],
  tenant = 1,
): { http: FastifyInstance; asks: (actor: Actor) => void } {
  let asking: Actor = anonymous
  const http = fastify({ forceCloseConnections: true })
  openEdge(http, world, modules, async () => ({ tenant, actor: asking }))
  const asks = (actor: Actor) => {
    asking = actor
  }
  return { http, asks }
}
