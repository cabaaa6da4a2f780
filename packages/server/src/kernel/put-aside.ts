import { faultOf } from './fault.ts'
import type { World } from './ports.ts'

/** What a job does with a piece of work that fails: tells it in the log, and puts it aside for a while. */
export type Aside = {
  /** Ids and codes for the log. */
  readonly about: object
  readonly sentence: string
  postpone(): Promise<void>
}

/** Does one piece of a job's work; one that fails must not hold up those behind it. Undefined: it was put aside. */
export async function orPutAside<T>(
  world: World,
  work: () => Promise<T>,
  aside: Aside,
): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    world.log.error({ ...aside.about, ...faultOf(error) }, aside.sentence)
    await aside.postpone()
    return undefined
  }
}
