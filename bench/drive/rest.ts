import { processorSeconds } from './processor-time.ts'

/** Of one processor, server and database together. */
const RESTING_SHARE = 0.1

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Until both rest: what an operation has left behind has been done. At most a minute. */
export async function rested(server: number, database: number): Promise<void> {
  const spent = () => processorSeconds(server) + processorSeconds(database)
  for (let second = 0; second < 60; second++) {
    const before = spent()
    await pause(1_000)
    if (second >= 2 && spent() - before < RESTING_SHARE) return
  }
}

/** What the application does by itself while nobody asks for anything, as shares of one processor. */
export async function idleShares(
  server: number,
  database: number,
): Promise<{ readonly serverShare: number; readonly databaseShare: number }> {
  await pause(3_000)
  const seconds = 5
  const before = [processorSeconds(server), processorSeconds(database)] as const
  await pause(seconds * 1000)
  return {
    serverShare: (processorSeconds(server) - before[0]) / seconds,
    databaseShare: (processorSeconds(database) - before[1]) / seconds,
  }
}
