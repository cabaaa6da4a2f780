import { type AnswerView, type ItemAnswer, UNREADABLE } from '@lianxin/contract'
import { sql } from 'kysely'
import { parseContent, readWhole } from '../../../kernel/content.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { findItem } from '../../catalogue/index.ts'

/** Answers as they are kept: with the item at the version that asked, because a later one may ask differently. */
export type SaidAnswers = {
  readonly itemCode: string
  readonly itemVersion: number
  readonly answers: readonly ItemAnswer[]
}

const UNREADABLE_ANSWERS: AnswerView = {
  question: { zh: '办理时需要的几项回答', en: 'Answers that the item asks for' },
  answer: { zh: UNREADABLE, en: UNREADABLE },
}

/** Questions and answers as people read them, in the order of the questions. Erased ones are gone. */
export async function answerViews(tx: Tx, text: string | null): Promise<AnswerView[]> {
  if (text === null) return []
  if (text === UNREADABLE) return [UNREADABLE_ANSWERS]
  const { itemCode, itemVersion, answers } = JSON.parse(text) as SaidAnswers
  const item = await findItem(tx, itemCode, itemVersion)
  return (item?.questions ?? []).flatMap((question) => {
    const answer = answers.find((one) => one.question === question.code)
    if (!answer) return []
    const choice = question.choices.find(({ code }) => code === answer.choice)
    const words = answer.words ?? ''
    return [{ question: question.text, answer: choice?.text ?? { zh: words, en: words } }]
  })
}

/** What was answered when the item was reported; nothing when nothing was asked or it is erased. */
export async function saidAnswers(tx: Tx, caseId: string): Promise<readonly ItemAnswer[]> {
  const { rows } = await sql<{ answers_id: string | null }>`
    select answers_id from case_detail where tenant = ${tx.tenant} and case_id = ${caseId}`.execute(tx.db)
  const id = rows[0]?.answers_id
  const text = id ? (await readWhole(tx, [id])).get(id) : undefined
  return parseContent<Pick<SaidAnswers, 'answers'>>(text, { answers: [] }).answers
}
