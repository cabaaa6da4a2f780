import type { DecisionOverdue, GateStep } from '@lianxin/contract'
import { readDataConfig } from '../../packages/server/src/platform/config.ts'
import { openDatabase } from '../../packages/server/src/platform/database/open-database.ts'
import { inTransaction } from '../../packages/server/src/platform/database/transaction.ts'
import { createLog } from '../../packages/server/src/platform/log.ts'

/** A clock whose time came during the play, in played Unix milliseconds. */
export interface DueClock {
  /** The kind of the matter; `gate` for a request at the burden gate. */
  readonly kind: string
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
const PROLOGUE = `set local role lianxin_app; set local app.tenant = '${TENANT}'; set local app.reader = 'system'`

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
        .select(['seq', 'type', 'stream_id', 'payload', 'recorded_at', 'circle_id'])
        .where('tenant', '=', TENANT)
        .orderBy('seq')
        .execute()
      const payloadOf = (one: (typeof events)[number]) =>
        one.payload as { clockId?: string; clock?: string; dueAt?: number; placeCode?: string }
      const rows = await trx
        .selectFrom('clock')
        .innerJoin('grid_case', (join) =>
          join.onRef('grid_case.tenant', '=', 'clock.tenant').onRef('grid_case.id', '=', 'clock.case_id'),
        )
        .select([
          'clock.id',
          'clock.clock',
          'clock.due_at',
          'clock.stopped_at',
          'clock.fired_at',
          'grid_case.kind',
        ])
        .where('clock.tenant', '=', TENANT)
        .execute()
      const kindOf = new Map(rows.map(({ id, kind }) => [id, kind]))
      const fired = events.flatMap((one): DueClock[] => {
        const { clockId = '', clock = '', dueAt = 0 } = payloadOf(one)
        if (one.type !== 'clock.fired' || !inDay(dueAt)) return []
        const [firedAt, seq] = [Number(one.recorded_at), Number(one.seq)]
        return [{ kind: kindOf.get(clockId) ?? '', clock, dueAt, firedAt, stoppedAt: null, seq }]
      })
      const missed = rows.flatMap(({ kind, clock, due_at, stopped_at, fired_at }): DueClock[] => {
        const [dueAt, stoppedAt] = [Number(due_at), stopped_at === null ? null : Number(stopped_at)]
        return fired_at === null && inDay(dueAt) && (stoppedAt === null || stoppedAt > dueAt)
          ? [{ kind, clock, dueAt, firedAt: null, stoppedAt, seq: null }]
          : []
      })
      const gate = gateClocks(events).filter(({ dueAt }) => inDay(dueAt))
      // What happens in a confidential matter is told to its circle alone.
      const told = events.filter(
        (one) =>
          one.circle_id === null && payloadOf(one).placeCode !== undefined && inDay(Number(one.recorded_at)),
      )
      return { clocks: [...fired, ...missed, ...gate], told: told.map(({ seq }) => Number(seq)) }
    })
  } finally {
    await database.close()
  }
}

type Row = {
  readonly type: string
  readonly stream_id: string
  readonly seq: unknown
  readonly recorded_at: unknown
  readonly payload: unknown
}

/**
 * The three times of a request at the gate: that of the decision, which is told and goes on waiting, that of the communities'
 * answers, and that of what holds, which end by themselves.
 */
function gateClocks(events: readonly Row[]): readonly DueClock[] {
  const before = new Map<string, GateStep>()
  const undecided = new Set<string>()
  const clocks: DueClock[] = []
  const waiting = (clock: string, dueAt: number, ended?: Row): DueClock => ({
    ...{ kind: 'gate', clock, dueAt, stoppedAt: null },
    firedAt: ended ? Number(ended.recorded_at) : null,
    seq: ended ? Number(ended.seq) : null,
  })
  for (const event of events.filter(({ type }) => type.startsWith('gate.') && type !== 'gate.formFilled')) {
    if (event.type === 'gate.decisionOverdue') {
      const { requestId, dueAt } = event.payload as DecisionOverdue
      undecided.add(requestId)
      clocks.push(waiting('decision', dueAt, event))
      continue
    }
    const step = event.payload as GateStep
    const was = before.get(event.stream_id)
    const stoppedAt = Number(event.recorded_at)
    if (was?.state === 'submitted' && was.dueAt && was.dueAt < stoppedAt && !undecided.has(event.stream_id))
      clocks.push({ ...waiting('decision', was.dueAt), stoppedAt })
    undecided.delete(event.stream_id)
    if (step.move === 'lapse' && was?.dueAt) clocks.push(waiting('answer', was.dueAt, event))
    // Ended at its time and not early by the department.
    if (step.move === 'end' && was?.untilAt === step.untilAt) clocks.push(waiting('end', step.untilAt, event))
    before.set(event.stream_id, step)
  }
  for (const [id, { state, dueAt, untilAt }] of before) {
    if (state === 'submitted' && dueAt !== null && !undecided.has(id)) clocks.push(waiting('decision', dueAt))
    if (state === 'asking' && dueAt !== null) clocks.push(waiting('answer', dueAt))
    if (state === 'inForce') clocks.push(waiting('end', untilAt))
  }
  return clocks
}
