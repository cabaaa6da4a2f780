import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { raiseAlerts } from '../alert-store.ts'
import { alertsAbout } from '../domain/alerts.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import type { DutyGround } from '../domain/on-duty.ts'

/** Tells of a matter, as it stands now, who is missing. */
export const raiseMissing = (tx: Tx, facts: CaseFacts, ground: DutyGround): Promise<void> =>
  raiseAlerts(tx, alertsAbout(facts, ground, { now: tx.now, newId: () => uuidV7(tx.now) }))
