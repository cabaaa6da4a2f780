import {
  allows,
  BINDING,
  type FormAnswers,
  type FormAnswersView,
  gateRoutes,
  matchField,
  occasionAt,
  questionOf,
  type RecipientStep,
  UNREADABLE,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { asking } from '../../../kernel/actor.ts'
import { parseContent, readContent } from '../../../kernel/content.ts'
import type { Holding } from '../../../kernel/holding.ts'
import { query } from '../../../kernel/query.ts'
import { ensure } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { unitNames } from '../../org/index.ts'
import type { GateFacts } from '../domain/gate-facts.ts'
import { demandWords } from './demand-words.ts'
import { earlierAnswers } from './form-to-fill.ts'
import { forAsker, heldOf } from './known-of.ts'
import { findGate } from './load-gate.ts'

type Row = {
  unit_id: string
  occasion_at: number
  filled_at: number
  answers_id: string
  typed_count: number
}

/** What communities sent: for the department that asked, and for those who watch over the gate. */
export const showAnswers = (holdings: readonly Holding[]) =>
  query<typeof gateRoutes.answers>({
    route: gateRoutes.answers,
    permit: 'gate.view',
    async view(tx, permit, { params: { id } }) {
      const { facts, recipients } = await findGate(tx, permit, id)
      const who = asking(tx.actor)
      // Within reach as one of those who were asked is not enough: a community reads its own form, not those of others.
      ensure(permit.reaches.includes('everyone') || allows('gate.ask', who, { unitIds: [facts.unitId] }), {
        refusal: 'not-found',
      })
      if (facts.kind === 'form' && facts.typedCount === 0)
        return { answer: await extracted(tx, holdings, facts, recipients), subjects: [] }
      const { rows } = await sql<Row>`
      select unit_id, occasion_at, filled_at, answers_id, typed_count from gate_response
      where tenant = ${tx.tenant} and request_id = ${id} order by occasion_at desc, filled_at`.execute(tx.db)
      const texts = await readContent(
        tx,
        rows.map((row) => row.answers_id),
      )
      const names = await unitNames(
        tx,
        rows.map((row) => row.unit_id),
      )
      const { fields } = (await demandWords(tx, [facts.demandId]))(facts.demandId)
      const unreadable = Object.fromEntries(fields.map(({ key }) => [key, UNREADABLE]))
      const answer: FormAnswersView = {
        extracted: false,
        occasions: [...new Set(rows.map((row) => row.occasion_at))],
        fields,
        rows: rows.map((row) => ({
          unit: names.get(row.unit_id) ?? { id: row.unit_id, name: '—', nameEn: '—' },
          occasionAt: row.occasion_at,
          filledAt: row.filled_at,
          answers: parseContent<FormAnswers>(texts.get(row.answers_id), {}, unreadable),
          typedCount: row.typed_count,
        })),
      }
      return { answer, subjects: [] }
    },
  })

/** A form in which nobody had to type anything, for everybody it holds for: nothing about a person, and small numbers blurred. */
async function extracted(
  tx: Tx,
  holdings: readonly Holding[],
  facts: GateFacts,
  recipients: readonly RecipientStep[],
): Promise<FormAnswersView> {
  const bound = recipients.filter(({ state }) => BINDING.includes(state))
  const { fields } = (await demandWords(tx, [facts.demandId]))(facts.demandId)
  const names = await unitNames(
    tx,
    bound.map(({ unitId }) => unitId),
  )
  const heldFor = await heldOf(
    tx,
    holdings,
    bound.map(({ communityCode }) => communityCode),
  )
  const occasion = occasionAt(facts, tx.now) ?? facts.fromAt
  const isAllHeld = fields.every((field) => matchField(field)?.element.held)
  const rows: FormAnswersView['rows'] = []
  for (const { unitId, communityCode } of bound) {
    const held = heldFor(communityCode)
    const earlier = isAllHeld ? null : await earlierAnswers(tx, unitId)
    const answers = fields.flatMap((field) => {
      const element = matchField(field)?.element
      const told = element?.held
        ? forAsker(element.code, held[element.code])
        : earlier?.get(questionOf(field))
      return told == null ? [] : [[field.key, told] as const]
    })
    rows.push({
      unit: names.get(unitId) ?? { id: unitId, name: '—', nameEn: '—' },
      occasionAt: occasion,
      filledAt: tx.now,
      answers: Object.fromEntries(answers),
      typedCount: 0,
    })
  }
  return { extracted: true, occasions: [occasion], fields, rows }
}
