import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { sendProblem } from './kernel/problem.ts'

/** Serves the built web app; every address that is neither a file nor the API is a screen of it. */
export async function serveWeb(http: FastifyInstance, root: string): Promise<void> {
  const index = readFileSync(join(root, 'index.html'))
  await http.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      // Files under assets carry a hash of their content in the name; everything else may change under its name.
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  http.setNotFoundHandler((request, reply) => {
    const screen =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      !/\.[a-z0-9]{2,5}$/i.test(request.url.split('?')[0] ?? '')
    if (!screen) return sendProblem(request, reply, { refusal: 'not-found' })
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(index)
  })
}
