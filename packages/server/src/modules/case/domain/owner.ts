import type { AssignmentFact, OwnerRule } from '@lianxin/contract'
import type { Unit } from '../../org/index.ts'

/** From this level on the district dispatches and verifies; below it the subdistrict does (小事不出网格、大事不出社区). */
const DISTRICT_LEVEL = 4

export type OwnerQuestion = {
  readonly units: readonly Unit[]
  readonly communityCode: string
  readonly level: number
  /** Assignments of the present round. */
  readonly assignments: readonly AssignmentFact[]
}

/** The unit that must act next, or undefined, which is an alert and never a silent skip. */
export function ownerOf(rule: OwnerRule, question: OwnerQuestion): Unit | undefined {
  const { units, assignments } = question
  const lead = leadOf(assignments)
  switch (rule) {
    case 'community':
      return communityOf(question)
    case 'leadUnit':
      return units.find((unit) => unit.id === lead?.unitId)
    case 'dispatcher':
      return dispatcherOf(question)
    case 'finder': {
      const community = communityOf(question)
      return assignments.some((one) => one.unitId === community?.id) ? verifierOf(question) : community
    }
    case 'verifier':
      return verifierOf(question)
  }
}

const communityOf = ({ units, communityCode }: OwnerQuestion) =>
  units.find((unit) => unit.kind === 'community' && unit.placeCode === communityCode)

function verifierOf(question: OwnerQuestion): Unit | undefined {
  // Whoever handled may not verify: where the dispatching unit handled it itself, the district verifies.
  const dispatcher = dispatcherOf(question)
  return dispatcher && question.assignments.some((one) => one.unitId === dispatcher.id)
    ? commandCentre(question.units)
    : dispatcher
}

/** Who leads: an open lead first, else an open co-handler, else whoever led. */
export function leadOf(assignments: readonly AssignmentFact[]): AssignmentFact | undefined {
  const open = assignments.filter((one) => one.state === 'sent' || one.state === 'signed')
  return open.find((one) => one.role === 'lead') ?? open[0] ?? assignments.find((one) => one.role === 'lead')
}

const commandCentre = (units: readonly Unit[]) => units.find((unit) => unit.kind === 'commandCentre')

const dispatcherOf = ({ units, communityCode, level }: OwnerQuestion) =>
  level >= DISTRICT_LEVEL
    ? commandCentre(units)
    : units.find((unit) => unit.kind === 'subdistrict' && communityCode.startsWith(unit.placeCode))
