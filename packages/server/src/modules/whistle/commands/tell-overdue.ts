import type { AdviceOverdue } from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { must } from '../../../kernel/refused.ts'
import { at, atMost } from '../../../kernel/sql-values.ts'
import { systemRoute } from '../../../kernel/system-route.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { type Advice, loadAdvice } from '../queries/load-advice.ts'
import { markOverdue } from '../store.ts'

/** The system's own route: it is run by the job of the advice and answers to nobody over HTTP. */
const telling = systemRoute('whistle.tellOverdue')

/** Advice whose time to be answered is over and that was not told of. */
export async function overdueAdvice(tx: Tx, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from stationed_advice
    where tenant = ${tx.tenant} and answered_at is null and overdue_at is null and due_at < ${at(tx.now)}
      and (retry_at is null or retry_at <= ${at(tx.now)})
    order by due_at limit ${atMost(limit)}`.execute(tx.db)
  return rows.map(({ id }) => id)
}

type State = Advice & { readonly eventId: string }

/** The unit did not answer in time, and whoever looks is told. Doing it twice does it once. */
export const tellOverdue = (adviceId: string) =>
  command<typeof telling, State, NewEvent<AdviceOverdue>>({
    route: telling,
    permit: 'whistle.adviceClock',
    async load(tx, permit) {
      const [found] = await loadAdvice(tx, permit, sql`v.id = ${adviceId}::uuid`, sql`for update`)
      return { ...must(found, { refusal: 'not-found' }), eventId: uuidV7(tx.now) }
    },
    decide: ({ id, eventId, unitId, placeCode, dueAt, answeredAt, overdueAt }, _input, now) =>
      answeredAt !== null || overdueAt !== null || dueAt >= now
        ? []
        : [
            {
              ...{ id: eventId, type: 'whistle.adviceOverdue', stream: 'advice' },
              ...{ streamId: id, streamVersion: 2 },
              payload: { unitId, unitIds: [unitId], placeCode, dueAt },
            },
          ],
    async save(tx, { id }, events) {
      if (events.length > 0) await markOverdue(tx, id)
      return { told: events.length > 0 }
    },
    answer: (_tx, outcome) => outcome,
  })
