import { readDataConfig } from '../../packages/server/src/platform/config.ts'
import { openDatabase } from '../../packages/server/src/platform/database/open-database.ts'
import { inTransaction } from '../../packages/server/src/platform/database/transaction.ts'
import { createLog } from '../../packages/server/src/platform/log.ts'

/** A clock whose time came during the play, in played Unix milliseconds. */
export interface DueClock {
  readonly clock: string
  readonly dueAt: number
  /** When its expiry was written; null: it never was. */
  readonly firedAt: number | null
  /** When somebody's step stopped it, after it was due and before it was fired. */
  readonly stoppedAt: number | null
  /** Place of its expiry in the order of events. */
  readonly seq: number | null
}

export interface Past {
  readonly clocks: readonly DueClock[]
  /** The places in the order of events of all that happened somewhere: what a stream of the whole district tells. */
  readonly told: readonly number[]
}

const TENANT = 1
const PROLOGUE = `set local role lianxin_app; set local app.tenant = '${TENANT}'`

/** Reads from the database itself what has happened, so that nothing depends on what the soak noticed. The server must have ended. */
export async function readPast(
  env: Readonly<Record<string, string>>,
  { begin, end }: { readonly begin: number; readonly end: number },
): Promise<Past> {
  const log = createLog({ LOG_LEVEL: 'warn', LOG_FILE: undefined })
  const database = await openDatabase(readDataConfig(env), log)
  const inDay = (moment: number) => moment >= begin && moment <= end
  try {
    return await inTransaction(database, PROLOGUE, async (trx) => {
      const events = await trx
        .selectFrom('event')
        .select(['seq', 'type', 'payload', 'recorded_at'])
        .where('tenant', '=', TENANT)
        .execute()
      const payloadOf = (one: (typeof events)[number]) =>
        one.payload as { clock?: string; dueAt?: number; placeCode?: string }
      const fired = events.flatMap((one): DueClock[] => {
        const { clock = '', dueAt = 0 } = payloadOf(one)
        return one.type === 'clock.fired' && inDay(dueAt)
          ? [{ clock, dueAt, firedAt: Number(one.recorded_at), stoppedAt: null, seq: Number(one.seq) }]
          : []
      })
      const silent = await trx
        .selectFrom('clock')
        .select(['clock', 'due_at', 'stopped_at'])
        .where('tenant', '=', TENANT)
        .where('fired_at', 'is', null)
        .execute()
      const missed = silent.flatMap(({ clock, due_at, stopped_at }): DueClock[] => {
        const [dueAt, stoppedAt] = [Number(due_at), stopped_at === null ? null : Number(stopped_at)]
        return inDay(dueAt) && (stoppedAt === null || stoppedAt > dueAt)
          ? [{ clock, dueAt, firedAt: null, stoppedAt, seq: null }]
          : []
      })
      const told = events.filter(
        (one) => payloadOf(one).placeCode !== undefined && inDay(Number(one.recorded_at)),
      )
      return { clocks: [...fired, ...missed], told: told.map(({ seq }) => Number(seq)) }
    })
  } finally {
    await database.close()
  }
}
