import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Rush } from './rush.ts'

/** Several, because a process may open so many sockets and no more. */
const PROCESSES = 4

export type RushTogether = {
  /** When every listener had caught up with what it missed. */
  readonly all: Promise<Rush>
  /** When every listener had heard the event after it too. */
  readonly over: Promise<Rush>
  readonly stop: () => void
}

/**
 * So many listeners at once, shared by processes of their own. Each expects `wanted` events, of which the last comes
 * when all have caught up.
 */
export function rushTogether(port: number, count: number, wanted: number, secret: string): RushTogether {
  const starts = Array.from({ length: PROCESSES + 1 }, (_, i) => Math.floor((count * i) / PROCESSES))
  const children = starts.slice(0, -1).map((first, i) => {
    const numbers = [port, first, (starts[i + 1] ?? count) - first, wanted].map(String)
    return fork(join(import.meta.dirname, 'rush.ts'), [...numbers, secret])
  })
  const said = async (name: Rush['name']) =>
    together(name, await Promise.all(children.map((child) => saidBy(child, name))))
  return {
    all: said('all'),
    over: said('over'),
    stop: () => {
      for (const child of children) child.kill()
    },
  }
}

const saidBy = (child: ChildProcess, name: Rush['name']): Promise<Rush> =>
  new Promise((resolve, reject) => {
    child.on('message', (message: Rush) => message.name === name && resolve(message))
    child.once('exit', () => reject(new Error('A process of the listeners ended early.')))
  })

function together(name: Rush['name'], parts: readonly Rush[]): Rush {
  const sum = (of: (part: Rush) => number) => parts.reduce((total, part) => total + of(part), 0)
  const order = parts[0]?.order ?? []
  const sameAsFirst = (part: Rush) => part.order.join() === order.join()
  return {
    name,
    attempts: sum(({ attempts }) => attempts),
    turnedAway: sum(({ turnedAway }) => turnedAway),
    lost: sum(({ lost }) => lost),
    waits: parts.flatMap(({ waits }) => waits).sort((a, b) => a - b),
    order,
    // Where the first of a process heard otherwise, all who agree with it did.
    wrong: sum((part) => (sameAsFirst(part) ? part.wrong : part.waits.length - part.wrong)),
  }
}
