import { once } from 'node:events'
import { createServer } from 'node:http'

export type MessageGateway = { readonly url: string; stop(): void }

/**
 * Takes every message, as a district's gateway does. Without one the server would try each again eight times, long after
 * the operation that caused it has been measured.
 */
export async function startMessageGateway(): Promise<MessageGateway> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(204).end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  // The process may end while it stands open.
  server.unref()
  return {
    url: `http://127.0.0.1:${address.port}/`,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
