import { allows, type FormAnswers, type FormAnswersView, gateRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { asking } from '../../../kernel/actor.ts'
import { readContent } from '../../../kernel/content.ts'
import { query } from '../../../kernel/query.ts'
import { ensure } from '../../../kernel/refused.ts'
import { unitNames } from '../../org/index.ts'
import { demandWords } from './demand-words.ts'
import { findGate } from './load-gate.ts'

type Row = {
  unit_id: string
  occasion_at: number
  filled_at: number
  answers_id: string
  typed_count: number
}

/** What communities sent: for the department that asked, and for those who watch over the gate. */
export const showAnswers = query<typeof gateRoutes.answers>({
  route: gateRoutes.answers,
  permit: 'gate.view',
  async view(tx, permit, { params: { id } }) {
    const { facts } = await findGate(tx, permit, id)
    const who = asking(tx.actor)
    // Within reach as one of those who were asked is not enough: a community reads its own form, not those of others.
    ensure(permit.reaches.includes('everyone') || allows('gate.ask', who, { unitIds: [facts.unitId] }), {
      refusal: 'not-found',
    })
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
    const answer: FormAnswersView = {
      occasions: [...new Set(rows.map((row) => row.occasion_at))],
      fields: (await demandWords(tx, [facts.demandId]))(facts.demandId).fields,
      rows: rows.map((row) => ({
        unit: names.get(row.unit_id) ?? { id: row.unit_id, name: '—', nameEn: '—' },
        occasionAt: row.occasion_at,
        filledAt: row.filled_at,
        answers: JSON.parse(texts.get(row.answers_id) ?? '{}') as FormAnswers,
        typedCount: row.typed_count,
      })),
    }
    return { answer, subjects: [] }
  },
})
