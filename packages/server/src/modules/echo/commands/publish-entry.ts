import { type CaseStep, type EchoStep, echoDeskRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { command } from '../../../kernel/command.ts'
import { eraseContent, putContent } from '../../../kernel/content.ts'
import { type NewEvent, readStream } from '../../../kernel/event-store.ts'
import { must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { lockCase, requesterOf } from '../../case/index.ts'
import { decidePublish, type PublishState } from '../domain/decide-publish.ts'
import { answeredAt, answeringUnit, blockOf } from '../domain/outcome.ts'
import { tokensOf } from '../domain/tokens.ts'
import { knownOf } from '../queries/known-of.ts'
import { consentOf, entryOfCase } from '../queries/load-entry.ts'
import { namesOf } from '../queries/names-of.ts'
import { replaceTokens, saveEntry, setPictures } from '../store.ts'

/** A person publishes an answer, or corrects one. Nothing is published by itself. */
export const publishEntry = command<typeof echoDeskRoutes.publish, PublishState, NewEvent<EchoStep>>({
  route: echoDeskRoutes.publish,
  permit: 'echo.publish',
  async load(tx, permit, { params: { id: caseId }, body }) {
    // The lock makes a consent that is being withdrawn and a publication take turns.
    const { facts } = await lockCase(tx, permit, caseId, null)
    const steps = await readStream<CaseStep>(tx, caseId, facts.openedAt)
    return {
      block: blockOf(facts, (await consentOf(tx, caseId)).agreed),
      earlier: await entryOfCase(tx, caseId),
      eventId: uuidV7(tx.now),
      known: knownOf(await requesterOf(tx, caseId, false)),
      pictureIds: await copiesOf(tx, caseId),
      fresh: {
        id: uuidV7(tx.now),
        caseId,
        raisedId: uuidV7(tx.now),
        answerId: uuidV7(tx.now),
        communityCode: facts.communityCode,
        compoundId: body.placeShown === 'compound' ? await compoundOf(tx, caseId) : null,
        itemCode: facts.itemCode,
        itemVersion: facts.itemVersion,
        unitId: answeringUnit(facts, steps),
        raisedAt: facts.openedAt,
        answeredAt: answeredAt(facts, steps),
        solved: facts.solved,
        satisfaction: facts.satisfaction,
      },
    }
  },
  decide: (state, { body }, now) => decidePublish(state, body, now),
  async save(tx, { fresh, earlier }, events, { body }) {
    const event = must(events[0], { refusal: 'server.fault' })
    const { streamId: entryId, payload } = event
    await eraseContent(tx, entryId)
    await putContent(tx, [
      { id: fresh.raisedId, streamId: entryId, field: 'raised', text: body.raised },
      { id: fresh.answerId, streamId: entryId, field: 'answer', text: body.answer },
    ])
    const corrects = event.type === 'echo.corrected'
    const entry = {
      ...fresh,
      id: entryId,
      version: payload.version,
      state: payload.state,
      publishedAt: corrects ? (earlier?.publishedAt ?? tx.now) : tx.now,
      correctedAt: corrects ? tx.now : null,
      reason: null,
    }
    await saveEntry(tx, entry)
    await setPictures(tx, entryId, payload.pictureIds)
    const names = await namesOf(tx, entry)
    await replaceTokens(tx, entryId, tokensOf([body.raised, body.answer, ...names].join('\n')))
    return { entryId, version: payload.version }
  },
  answer: (_tx, { entryId, version }) => ({ entryId: String(entryId), version: Number(version) }),
})

async function copiesOf(tx: Tx, caseId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from echo_picture where tenant = ${tx.tenant} and case_id = ${caseId} and retired_at is null`.execute(
    tx.db,
  )
  return new Set(rows.map((row) => row.id))
}

/** Only where the requester named one; a building or a door never goes along. */
async function compoundOf(tx: Tx, caseId: string): Promise<string | null> {
  const { rows } = await sql<{ compound_id: string | null }>`
    select compound_id from case_detail where tenant = ${tx.tenant} and case_id = ${caseId}`.execute(tx.db)
  return rows[0]?.compound_id ?? null
}
