import { becomes, type Kind, type ReportCase, strayAnswers, unanswered } from '@lianxin/contract'
import { ensure, must, Refused } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { findItem, type Item } from '../../catalogue/index.ts'
import type { SaidAnswers } from '../queries/answers.ts'

/**
 * What a report is about: the item that was chosen, or the more urgent one that an answer makes it, and the answers to be
 * kept. @throws Refused when the item is unknown or of another kind, or a question that it must ask is open.
 */
export async function itemOf(
  tx: Tx,
  kind: Kind,
  { itemCode, answers = [] }: Pick<ReportCase, 'itemCode' | 'answers'>,
): Promise<{ readonly item: Item | null; readonly said: SaidAnswers | null }> {
  if (!itemCode) {
    ensure(answers.length === 0, { refusal: 'input.invalid', fields: [...strayAnswers([], answers)] })
    return { item: null, said: null }
  }
  const chosen = must(await findItem(tx, itemCode), { refusal: 'case.item-unknown' })
  ensure(chosen.kinds.includes(kind.kind), { refusal: 'case.item-unknown' })
  const stray = strayAnswers(chosen.questions, answers)
  ensure(stray.length === 0, { refusal: 'input.invalid', fields: [...stray] })
  const open = unanswered(chosen.questions, answers)
  if (open.length > 0)
    throw new Refused({
      refusal: 'case.answer-missing',
      values: {
        questions: {
          zh: open.map(({ text }) => text.zh).join(''),
          en: open.map(({ text }) => text.en).join(' '),
        },
      },
      fields: open.map(({ code }) => ({
        field: `answers.${code}`,
        zh: '请回答这一项。',
        en: 'Please answer this one.',
      })),
    })
  const code = becomes(chosen.questions, answers)
  const item = code ? ((await findItem(tx, code)) ?? chosen) : chosen
  const said = { itemCode: chosen.code, itemVersion: chosen.version, answers }
  return { item, said: answers.length > 0 ? said : null }
}
