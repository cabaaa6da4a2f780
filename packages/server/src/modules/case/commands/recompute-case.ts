import type { CaseStep, DutyChanged } from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { systemRoute } from '../../../kernel/system-route.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { decidedValues } from '../../setting/index.ts'
import { factsAfter } from '../domain/case-facts.ts'
import type { DutyLook } from '../domain/duty-look.ts'
import { type Recomputation, recomputeDeadlines } from '../domain/recompute-deadlines.ts'
import { earlierCalendars } from '../queries/load-calendar.ts'
import { lockCase } from '../queries/load-case.ts'
import { loadGround } from '../queries/load-ground.ts'
import { updateCase } from '../store.ts'
import { lookAgain, saveLook } from './raise-missing.ts'

/** The system's own route: it is run by the calendar job and answers to nobody over HTTP. */
const recomputation = systemRoute('case.recompute')

/** Computes the deadlines of one matter again with the calendar of now, and looks who is there by it. */
export const recomputeCase = (caseId: string) =>
  command<
    typeof recomputation,
    Recomputation & { readonly look: DutyLook },
    NewEvent<CaseStep | DutyChanged>
  >({
    route: recomputation,
    permit: 'case.clock',
    async load(tx, permit) {
      const { facts } = await lockCase(tx, permit, caseId, null)
      const ground = await loadGround(tx, facts)
      const look = await lookAgain(tx, facts, ground)
      return { facts, ...ground, look, earlier: await earlierCalendars(tx), freshIds: [uuidV7(tx.now)] }
    },
    decide: (state) => [...recomputeDeadlines(state), ...state.look.events],
    async save(tx, state, events) {
      const { facts, look } = state
      const event = events.find((one): one is NewEvent<CaseStep> => one.stream === 'case')
      if (event) await updateCase(tx, factsAfter(facts.id, event.streamVersion, event.payload))
      await saveLook(tx, facts, state, look)
      return { recomputed: event !== undefined }
    },
    answer: (_tx, outcome) => outcome,
  })

/**
 * Open matters whose deadlines may change with the calendar: those that wait for a year to be published, those that are looked
 * at again when offices open or close, and all where the district has ever decided on a year itself.
 */
export async function casesByCalendar(tx: Tx): Promise<readonly string[]> {
  const corrected = (await decidedValues(tx, 'holidays')).length > 0
  const { rows } = await sql<{ case_id: string }>`
    select distinct case_id from clock
    where tenant = ${tx.tenant} and stopped_at is null and ${corrected ? sql`true` : sql`(provisional or rung_provisional or duty_at is not null)`}`.execute(
    tx.db,
  )
  return rows.map((row) => row.case_id)
}
