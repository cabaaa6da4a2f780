import type { CaseStep, DutyChanged } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { systemRoute } from '../../../kernel/system-route.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { raiseAlerts, settleAlerts } from '../alert-store.ts'
import { type CaseFacts, factsAfter } from '../domain/case-facts.ts'
import type { DutyLook } from '../domain/duty-look.ts'
import { handoverStep } from '../domain/hand-over.ts'
import { type Handover, lockUntold, markTold } from '../handover-store.ts'
import { lockCase } from '../queries/load-case.ts'
import { type Ground, loadGround } from '../queries/load-ground.ts'
import { updateCase } from '../store.ts'
import { lookAgain, raiseMissing, saveLook } from './raise-missing.ts'

type State = {
  readonly facts: CaseFacts
  readonly handover: Handover | undefined
  readonly ground: Ground
  /** Where nothing is handed over. */
  readonly look: DutyLook | null
  readonly eventId: string
}

const handing = systemRoute('case.handOver')

/**
 * Tells one matter that a post that worked on it has another holder or none. A vacancy is an alert to the unit itself. Where
 * nobody of the unit has acted on it yet, nothing is handed over: it is only looked whether anybody may answer now.
 */
export const handOver = ({ changeId, caseId }: Handover) =>
  command<typeof handing, State, NewEvent<CaseStep | DutyChanged>>({
    route: handing,
    permit: 'case.clock',
    async load(tx, permit) {
      const handover = await lockUntold(tx, changeId, caseId)
      const { facts } = await lockCase(tx, permit, caseId, null)
      const ground = await loadGround(tx, facts)
      const looks = handover && !handover.acted && facts.closedAt === null
      const look = looks ? await lookAgain(tx, facts, ground) : null
      return { facts, handover, ground, look, eventId: uuidV7(tx.now) }
    },
    decide: ({ facts, handover, look, eventId }) =>
      !handover?.acted || facts.closedAt !== null
        ? (look?.events ?? [])
        : [
            handoverStep(facts, {
              ...{ step: stepOf(handover), unitId: handover.unitId, eventId },
            }),
          ],
    async save(tx, { facts, handover, ground, look }, events) {
      const event = events.find((one): one is NewEvent<CaseStep> => one.stream === 'case')
      if (handover) await markTold(tx, handover, event === undefined || handover.acting !== null)
      if (look) await saveLook(tx, facts, ground, look)
      if (!event || !handover) return { told: false }
      const after = factsAfter(facts.id, event.streamVersion, event.payload)
      await updateCase(tx, after)
      await settleAlerts(tx, after)
      const vacant = {
        ...{
          id: uuidV7(tx.now),
          caseId: facts.id,
          kind: 'postVacant' as const,
          clock: null,
          percent: null,
          placeCode: facts.placeCode,
        },
        ...{ aboutUnitId: handover.unitId, unitId: handover.unitId },
      }
      await raiseAlerts(tx, handover.vacant ? [vacant] : [])
      await raiseMissing(tx, after, ground)
      return { told: true }
    },
    answer: (_tx, outcome) => outcome,
  })

function stepOf({ vacant, acting }: Handover) {
  if (acting !== null) return acting === 'begins' ? 'actBegin' : 'actEnd'
  return vacant ? 'leaveVacant' : 'handOver'
}
