import type { Kind, Party } from '@lianxin/contract'
import { ensure, Refused } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import type { NewRequester } from '../store.ts'
import { requesterOf } from './report-case.ts'

/**
 * Those whom a matter is between, sealed each in a row of its own and in the order of their ids; `along` came from another matter. @throws Refused where its
 * kind asks for more of them, or for none, and where two would come in by the same telephone.
 */
export function partiesOf(
  tx: Tx,
  { report }: Kind,
  told: readonly Party[],
  along?: NewRequester,
): readonly NewRequester[] {
  const least = report.parties?.atLeast ?? 0
  const most = report.parties?.atMost ?? 0
  const count = told.length + (along ? 1 : 0)
  if (count < least || count > most)
    throw new Refused(
      least === 0
        ? {
            refusal: 'input.invalid',
            fields: [{ field: 'parties', zh: '这一类没有当事人。', en: 'This kind has no parties.' }],
          }
        : { refusal: 'case.parties-missing', values: { least: { zh: String(least), en: String(least) } } },
    )
  const parties = [...told.map((party) => requesterOf(tx, party)), ...(along ? [along] : [])]
  const phones = parties.flatMap(({ phoneIndex }) =>
    phoneIndex ? [Buffer.from(phoneIndex).toString('hex')] : [],
  )
  ensure(new Set(phones).size === phones.length, { refusal: 'case.party-phone-twice' })
  return parties
}

export const idsOf = (parties: readonly NewRequester[]): readonly string[] =>
  parties.map(({ id }) => id).toSorted()
