import { createServer } from 'node:http'
import { listenHere } from './app-process.ts'

/**
 * Takes every message, as a district's gateway does; returns its address. Without one the server would try each again eight
 * times, long after the operation that caused it has been measured. It ends with the process and keeps none from ending.
 */
export async function startMessageGateway(): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(204).end())
  })
  const port = await listenHere(server)
  server.unref()
  return `http://127.0.0.1:${port}/`
}
