import { KINDS } from '@lianxin/contract/kinds/kinds'
import type { Bilingual } from '@lianxin/contract/schema'

/** The name of a kind where it must be told apart: most matters are raised by residents on their own, and that goes without saying. */
export const kindToTell = (kind: string): Bilingual | undefined =>
  KINDS.findLast(({ kind: one, report }) => one === kind && (report.by !== 'requester' || report.under))?.name

/** What residents and the grid raise to be settled; only that can be answered on the echo wall. */
export const isRaised = (kind: string): boolean =>
  KINDS.some(({ kind: one, counted }) => one === kind && counted === true)
