import type { Operation } from '../drive/operations.ts'
import type { Captured } from '../statements/capture.ts'
import { madeBy } from '../statements/fresh-ids.ts'
import type { SentTransaction, Statement } from '../statements/server-log.ts'

/** What is switched on in the control one after the other, each on top of those before. */
export const STEPS = ['bare', 'session', 'posts', 'outcome', 'events', 'ledger', 'schemas'] as const
export type Step = (typeof STEPS)[number]

/** Which step a statement belongs to; `bare` is what the answer itself needs. */
export function stepOf(statement: Statement, { statements }: SentTransaction): Step {
  const { text } = statement
  // A transaction of its own for one that is to be extended; otherwise a look as another role inside of the answer's.
  if (statements.every((one) => !/set local role/i.test(one.text))) return 'session'
  if (/ from auth\.session |^\s*set local role /i.test(text)) return 'session'
  if (/from post_holding h/i.test(text) && /h\.account_id = /i.test(text)) return 'posts'
  if (/command_outcome/i.test(text)) return 'outcome'
  if (/insert into event /i.test(text)) return 'events'
  if (/read_ledger|read_repeat/i.test(text)) return 'ledger'
  return 'bare'
}

/** A request for the control: its transactions, statement by statement with the step each belongs to. */
export type PlannedRequest = {
  readonly transactions: readonly (readonly (Statement & { readonly step: Step })[])[]
  readonly made: readonly string[]
  readonly media: boolean
  readonly body: string
  readonly request: string | null
}

export const planOf = (
  captured: readonly Captured[],
  writes: Operation['writes'],
): readonly PlannedRequest[] =>
  captured.map((one) => ({
    transactions: one.transactions.map((sent) =>
      sent.statements.map((statement) => ({ ...statement, step: stepOf(statement, sent) })),
    ),
    made: madeBy(one, writes),
    media: one.body[0] !== 0x7b,
    body: one.body.toString('base64'),
    request: one.request ?? null,
  }))
