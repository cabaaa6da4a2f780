import { connect, type Socket } from 'node:net'
import { sessionCookieOf } from './session-token.ts'

/** What the listeners of one process tell the soak. */
export type Rush = {
  readonly name: 'all' | 'over'
  readonly attempts: number
  readonly turnedAway: number
  /** Attempts that ended without an answer, such as for want of a descriptor; they are made again. */
  readonly lost: number
  /** Milliseconds until each had caught up, in no order. */
  readonly waits: readonly number[]
  /** The numbers that the first of them heard; `wrong` counts those who heard others, or as many in another order. */
  readonly order: readonly number[]
  readonly wrong: number
}

const [port = 0, first = 0, count = 0, wanted = 0] = process.argv.slice(2).map(Number)
const secret = process.argv[6] ?? ''
const started = performance.now()
let attempts = 0
let turnedAway = 0
let lost = 0
const waits: number[] = []
/** By the place of the listener among those of this process. */
const heard = Array.from({ length: count }, (): number[] => [])

const tell = (name: Rush['name']) => {
  const order = heard[0] ?? []
  const wrong = heard.filter(
    (ids) => ids.length !== wanted || ids.some((id, index) => id !== order[index]),
  ).length
  process.send?.({ name, attempts, turnedAway, lost, waits, order, wrong } satisfies Rush)
}
let finished = 0

/** One listener, as the browser does it: turned away, it comes back after the time that it was told and a little more. */
function listen(serial: number): void {
  attempts += 1
  // Several addresses, because one has no more than some tens of thousands of ports.
  const socket: Socket = connect({ port, host: '127.0.0.1', localAddress: `127.0.0.${2 + (serial % 8)}` })
  let rest = ''
  let isIn = false
  let isTurnedAway = false
  socket.on('error', () => socket.destroy())
  socket.on('connect', () =>
    socket.write(
      `GET /api/live HTTP/1.1\r\nHost: x\r\nCookie: ${sessionCookieOf(serial, secret)}\r\nLast-Event-ID: 0\r\n\r\n`,
    ),
  )
  socket.on('data', (part) => {
    rest += part.toString('latin1')
    if (!isIn && rest.startsWith('HTTP/1.1 503')) {
      turnedAway += 1
      isTurnedAway = true
      const seconds = Number(/retry-after: (\d+)/i.exec(rest)?.[1] ?? 5)
      socket.destroy()
      setTimeout(listen, seconds * 1000 * (1 + Math.random() / 2), serial)
      return
    }
    isIn ||= rest.startsWith('HTTP/1.1 200')
    const mine = heard[serial - first] ?? []
    const before = mine.length
    const lines = rest.split('\n')
    rest = isIn ? (lines.pop() ?? '') : rest
    if (isIn)
      for (const line of lines)
        if (line.startsWith('data: {"seq"')) mine.push(Number(line.slice(13).split(',')[0]))
    if (before < wanted - 1 && mine.length >= wanted - 1) {
      waits.push(performance.now() - started)
      if (waits.length === count) tell('all')
    }
    if (before < wanted && mine.length >= wanted) {
      finished += 1
      if (finished === count) tell('over')
    }
  })
  socket.on('close', () => {
    if (isTurnedAway || (heard[serial - first]?.length ?? 0) >= wanted) return
    if (!isIn) lost += 1
    setTimeout(listen, 1_000, serial)
  })
}

for (let serial = first; serial < first + count; serial += 1) listen(serial)
