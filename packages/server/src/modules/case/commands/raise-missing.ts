import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { openMissing, raiseAlerts, settleThese } from '../alert-store.ts'
import { alertsAbout } from '../domain/alerts.ts'
import type { CaseFacts } from '../domain/case-facts.ts'
import { type DutyLook, lookAtDuty } from '../domain/duty-look.ts'
import { type DutyGround, dutyMoments } from '../domain/on-duty.ts'
import { forgetDutyMoments, keepDutyMoments } from '../duty-store.ts'

const ids = (tx: Tx) => ({ now: tx.now, newId: () => uuidV7(tx.now) })

/** Tells of a matter, as a step leaves it, who is missing, and keeps when the hour alone will change that. */
export async function raiseMissing(tx: Tx, facts: CaseFacts, ground: DutyGround): Promise<void> {
  await Promise.all([
    raiseAlerts(tx, alertsAbout(facts, ground, ids(tx))),
    keepDutyMoments(tx, dutyMoments(facts, ground, tx.now)),
  ])
}

/** What is different from what was told of a matter, whose row is held. */
export const lookAgain = async (tx: Tx, facts: CaseFacts, ground: DutyGround): Promise<DutyLook> =>
  lookAtDuty(facts, ground, await openMissing(tx, facts.id), ids(tx))

/** Settles and raises what is different, and keeps the next moment in place of the one that has come. */
export async function saveLook(tx: Tx, facts: CaseFacts, ground: DutyGround, look: DutyLook): Promise<void> {
  await settleThese(tx, look.settled)
  await raiseAlerts(tx, look.raised)
  await forgetDutyMoments(tx, facts.id)
  await keepDutyMoments(tx, dutyMoments(facts, ground, tx.now))
}
