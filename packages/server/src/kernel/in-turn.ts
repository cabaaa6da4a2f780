import { setImmediate } from 'node:timers/promises'

/** Work on so many takes a few milliseconds. */
const AT_A_TIME = 20

/** A long list, worked through by the processor alone: after every few, whoever waits for the server has a turn. */
export async function inTurn<T, R>(items: readonly T[], work: (item: T) => R): Promise<R[]> {
  const done: R[] = []
  for (const [index, item] of items.entries()) {
    if (index % AT_A_TIME === AT_A_TIME - 1) await setImmediate()
    done.push(work(item))
  }
  return done
}
