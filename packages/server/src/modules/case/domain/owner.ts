import { type AssignmentFact, BUSY_ASSIGNMENTS, type OwnerRule } from '@lianxin/contract'
import type { Unit } from '../../org/index.ts'
import {
  commandCentre,
  committeeOf,
  communityOn,
  dispatcherOn,
  type Ladder,
  mediatorsOf,
  superiorOn,
} from './ladder.ts'

export type OwnerQuestion = Ladder & {
  /** Assignments of the present round. */
  readonly assignments: readonly AssignmentFact[]
  readonly initiatorUnitId: string | null
}

/** The unit that must act next, or undefined, which is an alert and never a silent skip. */
export function ownerOf(rule: OwnerRule, question: OwnerQuestion): Unit | undefined {
  const { units, assignments } = question
  const byId = (id: string | null | undefined) => units.find((unit) => unit.id === id)
  switch (rule) {
    case 'community':
      return communityOn(question)
    case 'leadUnit':
      return byId(leadOf(assignments)?.unitId)
    case 'dispatcher':
      return dispatcherOn(question)
    case 'superior':
      return superiorOn(question)
    case 'initiator':
      return byId(question.initiatorUnitId)
    // Whoever has it is known to the move that asks, not to the ladder.
    case 'holder':
    case 'about':
      return undefined
    case 'district':
      return commandCentre(units)
    case 'gate':
      return units.find((unit) => unit.kind === 'gateOffice')
    case 'mediators':
      return mediatorsOf(question)
    case 'finder': {
      const committee = committeeOf(question)
      const isOut =
        assignments.some((one) => one.unitId === committee?.id) ||
        question.withdrawn?.some((id) => id === committee?.id)
      return isOut ? verifierOf(question) : committee
    }
    case 'verifier':
      return verifierOf(question)
  }
}

function verifierOf(question: OwnerQuestion): Unit | undefined {
  // Whoever handled may not verify: where the dispatching unit handled it itself, the district verifies.
  const dispatcher = dispatcherOn(question)
  return dispatcher && question.assignments.some((one) => one.unitId === dispatcher.id)
    ? commandCentre(question.units)
    : dispatcher
}

export const isBusy = (one: AssignmentFact) => BUSY_ASSIGNMENTS.includes(one.state)

/** Who leads: a lead that is at work first, else a co-handler at work, else whoever led. */
export function leadOf(assignments: readonly AssignmentFact[]): AssignmentFact | undefined {
  const busy = assignments.filter(isBusy)
  return (
    busy.find((one) => one.role === 'lead') ?? busy[0] ?? assignments.findLast((one) => one.role === 'lead')
  )
}
