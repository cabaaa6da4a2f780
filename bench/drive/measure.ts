import { openConnection } from './http-connection.ts'
import type { Operation } from './operations.ts'
import { type Timing, timingOf } from './timing.ts'

/** How many people are on the line at once, in every measurement of the bench. */
export const CONNECTIONS = 16

/** Asks for one operation over and over on every connection, and says how long the answers took. */
export async function measure(
  port: number,
  operation: Operation,
  seconds: number,
  connections = CONNECTIONS,
): Promise<Timing> {
  const took: number[] = []
  const end = performance.now() + seconds * 1000
  const started = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async (_, index) => {
      const requests = operation.requests(index, connections)
      if (!requests) return
      const line = await openConnection(port)
      try {
        while (performance.now() < end) {
          const request = requests.next()
          const at = performance.now()
          const answer = await line.send(request)
          took.push(performance.now() - at)
          if (answer.status !== 200)
            throw new Error(
              `${operation.name} was answered ${answer.status}: ${answer.body.toString().slice(0, 400)} to ${request.method} ${request.path} ${request.body ?? ''}`,
            )
          requests.answered?.(answer)
        }
      } finally {
        line.close()
      }
    }),
  )
  return timingOf(took, (performance.now() - started) / 1000)
}
