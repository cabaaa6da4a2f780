import {
  elementByCode,
  type FormAnswers,
  type FormToFill,
  type GateField,
  gateRoutes,
  matchField,
  occasionAt,
  questionOf,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { parseContent, readContent } from '../../../kernel/content.ts'
import type { Held, Holding } from '../../../kernel/holding.ts'
import { query } from '../../../kernel/query.ts'
import { ensure, must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { unitNames } from '../../org/index.ts'
import { isAnswer } from '../domain/check-answers.ts'
import type { GateFacts } from '../domain/gate-facts.ts'
import { demandWords } from './demand-words.ts'
import { heldOf } from './known-of.ts'
import { findGate, recipientReach } from './load-gate.ts'
import { holdsFor } from './occasions-to-fill.ts'

type Value = FormAnswers[string]
export type KnownField = FormToFill['fields'][number]

const EARLIER_MOST = 40

/** What this community answered before to whatever form, the latest first, by question. */
export async function earlierAnswers(tx: Tx, unitId: string): Promise<ReadonlyMap<string, Value>> {
  const { rows } = await sql<{ demand_id: string; answers_id: string }>`
    select demand_id, answers_id from gate_response where tenant = ${tx.tenant} and unit_id = ${unitId}
    order by filled_at desc limit ${EARLIER_MOST}`.execute(tx.db)
  const wordsOf = await demandWords(
    tx,
    rows.map((row) => row.demand_id),
  )
  const texts = await readContent(
    tx,
    rows.map((row) => row.answers_id),
  )
  const known = new Map<string, Value>()
  for (const row of rows) {
    const answers = parseContent<FormAnswers>(texts.get(row.answers_id), {})
    for (const field of wordsOf(row.demand_id).fields) {
      const value = answers[field.key]
      const question = questionOf(field)
      if (value !== undefined && !known.has(question)) known.set(question, value)
    }
  }
  return known
}

const asKind = (field: GateField, value: Value): Value => (field.kind === 'text' ? String(value) : value)

function knownField(field: GateField, held: Held, earlier: ReadonlyMap<string, Value>): KnownField {
  const element = matchField(field)?.element
  const fromRegister = element ? held[element.code] : undefined
  if (element && fromRegister !== undefined && isAnswer(field, asKind(field, fromRegister)))
    return {
      ...field,
      known: asKind(field, fromRegister),
      from: 'held',
      where: elementByCode(element.code)?.held?.where ?? null,
    }
  const before = earlier.get(questionOf(field))
  return before !== undefined && isAnswer(field, before)
    ? { ...field, known: before, from: 'earlier', where: null }
    : { ...field, known: null, from: null, where: null }
}

/** The fields of a form with what is known of this community. */
export async function knownFields(
  tx: Tx,
  holdings: readonly Holding[],
  facts: GateFacts,
  recipient: { readonly unitId: string; readonly communityCode: string },
): Promise<readonly KnownField[]> {
  const { fields } = (await demandWords(tx, [facts.demandId]))(facts.demandId)
  const held = (await heldOf(tx, holdings, [recipient.communityCode]))(recipient.communityCode)
  const earlier = await earlierAnswers(tx, recipient.unitId)
  return fields.map((field) => knownField(field, held, earlier))
}

/** A form as the community fills it in: the known fields stand there, only the others are asked. */
export const showForm = (holdings: readonly Holding[]) =>
  query<typeof gateRoutes.form>({
    route: gateRoutes.form,
    permit: 'gate.answer',
    async view(tx, permit, { params: { id } }) {
      const { facts, recipients } = await findGate(tx, permit, id, recipientReach)
      const post = permit.actor.kind === 'account' ? permit.actor.post : null
      const mine = must(
        recipients.find(({ unitId }) => unitId === post?.unitId),
        { refusal: 'not-found' },
      )
      ensure(facts.kind === 'form' && holdsFor(facts, mine.state, tx.now), { refusal: 'gate.not-due' })
      const occasion = must(occasionAt(facts, tx.now), { refusal: 'gate.not-due' })
      const names = await unitNames(tx, [facts.unitId])
      const answer: FormToFill = {
        requestId: id,
        title: (await demandWords(tx, [facts.demandId]))(facts.demandId).title,
        unit: names.get(facts.unitId) ?? { id: facts.unitId, name: '—', nameEn: '—' },
        occasionAt: occasion,
        fields: [...(await knownFields(tx, holdings, facts, mine))],
        sent: await sentFor(tx, id, mine.unitId, occasion),
      }
      return { answer, subjects: [] }
    },
  })

async function sentFor(tx: Tx, id: string, unitId: string, occasion: number): Promise<FormToFill['sent']> {
  const { rows } = await sql<{ at: number; answers_id: string }>`
    select filled_at as at, answers_id from gate_response where tenant = ${tx.tenant} and request_id = ${id} and unit_id = ${unitId}
      and occasion_at = ${new Date(occasion).toISOString()}::timestamptz`.execute(tx.db)
  const [row] = rows
  if (!row) return null
  const text = (await readContent(tx, [row.answers_id])).get(row.answers_id)
  return { at: row.at, answers: parseContent<FormAnswers>(text, {}) }
}
