import {
  type FormFilled,
  gateRoutes,
  occasionAt,
  type RecipientStep,
  type Refusal,
  refuse,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import { putContent } from '../../../kernel/content.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import type { Holding } from '../../../kernel/holding.ts'
import { must } from '../../../kernel/refused.ts'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { checkAnswers } from '../domain/check-answers.ts'
import { type GateFacts, STREAM } from '../domain/gate-facts.ts'
import { type KnownField, knownFields } from '../queries/form-to-fill.ts'
import { lockGate, recipientReach } from '../queries/load-gate.ts'
import { holdsFor } from '../queries/occasions-to-fill.ts'
import { saveResponse } from '../store.ts'

type State = {
  readonly facts: GateFacts
  readonly mine: RecipientStep
  readonly fields: readonly KnownField[]
  readonly isSent: boolean
  readonly answersId: string
  readonly eventId: string
}
type Filled = NewEvent<FormFilled>

function decideFill(
  { facts, mine, fields, isSent, answersId, eventId }: State,
  body: Parameters<typeof checkAnswers>[1],
  occasion: number,
  now: number,
): readonly Filled[] | Refusal {
  if (facts.kind !== 'form' || !holdsFor(facts, mine.state, now) || occasionAt(facts, now) !== occasion)
    return refuse('gate.not-due')
  if (isSent) return refuse('gate.filled')
  const wrong = checkAnswers(fields, body)
  if (wrong) return wrong
  return [
    {
      id: eventId,
      type: 'gate.formFilled',
      // A stream of its own: filling in a form does not change what was asked.
      stream: `${STREAM}-form`,
      streamId: answersId,
      streamVersion: 1,
      payload: {
        requestId: facts.id,
        unitId: mine.unitId,
        occasionAt: occasion,
        answersId,
        fieldCount: fields.length,
        typedCount: fields.filter(({ key, known }) => known === null || known !== body[key]).length,
      },
    },
  ]
}

/** A community sends a form, once for each occasion. What it answered is never asked of it again by another form. */
export const fillForm = (holdings: readonly Holding[]) =>
  command<typeof gateRoutes.fill, State, Filled>({
    route: gateRoutes.fill,
    permit: 'gate.answer',
    async load(tx, permit, { params: { id }, body: { occasionAt: occasion } }) {
      const { facts, recipients } = await lockGate(tx, permit, id, recipientReach, null)
      const post = permit.actor.kind === 'account' ? permit.actor.post : null
      const mine = must(
        recipients.find(({ unitId }) => unitId === post?.unitId),
        { refusal: 'not-found' },
      )
      return {
        facts,
        mine,
        fields: await knownFields(tx, holdings, facts, mine),
        isSent: await wasSent(tx, id, mine.unitId, occasion),
        answersId: uuidV7(tx.now),
        eventId: uuidV7(tx.now),
      }
    },
    decide: (state, { body }, now) => decideFill(state, body.answers, body.occasionAt, now),
    async save(tx, { facts, answersId }, events, { body }) {
      const { payload } = must(events[0], { refusal: 'server.fault' })
      const text = JSON.stringify(body.answers)
      await putContent(tx, [{ id: answersId, streamId: facts.id, field: 'answers', text }])
      await saveResponse(tx, payload, facts.demandId)
      return { requestId: facts.id, occasionAt: payload.occasionAt }
    },
    answer: (_tx, { requestId, occasionAt: occasion }) => ({
      requestId: String(requestId),
      occasionAt: Number(occasion),
    }),
  })

async function wasSent(tx: Tx, id: string, unitId: string, occasion: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from gate_response where tenant = ${tx.tenant} and request_id = ${id} and unit_id = ${unitId} and occasion_at = ${at(occasion)}`.execute(
    tx.db,
  )
  return rows.length > 0
}
