import type { HolidayCalendar } from '@lianxin/contract'
import type { Tx } from '../../kernel/tx.ts'
import type { ClosedMatter } from './domain/learn-items.ts'

/** A matter as it was: what rules can look at, and who really got it. Codes and times only. */
export type PastMatter = {
  readonly id: string
  readonly number: string
  readonly itemCode: string
  readonly communityCode: string
  readonly gridCode: string | null
  readonly openedAt: number
  /** When it was first given to a unit; null: never. */
  readonly sentAt: number | null
  readonly answers: readonly { readonly question: string; readonly choice?: string }[]
  readonly units: readonly { readonly unitId: string; readonly role: 'lead' | 'coHandler' }[]
}

/** Where a page of matters goes on. */
export type MatterCursor = { readonly openedAt: number; readonly id: string }

/** What the engine tells of matters. Given by app.ts: it comes later in the house. */
export type PastMatters = {
  calendar(tx: Tx): Promise<HolidayCalendar>
  /** Those with an item that were opened from `from` up to, not including, `to`, oldest first, behind the cursor. */
  opened(
    tx: Tx,
    time: { readonly from: number; readonly to: number },
    after: MatterCursor | null,
    limit: number,
  ): Promise<readonly PastMatter[]>
  /** Closed ones with an item whose words still exist, newest first, opened since `from`, behind the cursor. */
  closed(
    tx: Tx,
    from: number,
    after: MatterCursor | null,
    limit: number,
  ): Promise<{ readonly matters: readonly ClosedMatter[]; readonly next: MatterCursor | null }>
}
