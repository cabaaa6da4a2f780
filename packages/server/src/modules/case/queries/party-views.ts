import { type Bilingual, getKind, type PartyView, type RequesterView } from '@lianxin/contract'
import type { CaseFacts } from '../domain/case-facts.ts'

/** What each party of a matter has said so far: consent, confirmation. */
export const notedBy = (facts: CaseFacts, partyId: string): Bilingual[] => {
  const { flags } = getKind(facts.kind, facts.kindVersion)
  return facts.flags.flatMap(({ flag, partyId: of }) => {
    const name = flags?.[flag]?.name
    return of === partyId && name ? [name] : []
  })
}

export const partyViews = (facts: CaseFacts, people: readonly RequesterView[]): PartyView[] =>
  facts.partyIds.length === 0 ? [] : people.map((one) => ({ ...one, noted: notedBy(facts, one.id) }))
