import type { OwnerRule, Rule } from '../../packages/contract/src/index.ts'

/** In words what modules/case/domain/owner.ts does. A new rule does not compile before it is said here. */
export const OWNERS: Readonly<Record<OwnerRule, string>> = {
  community: "the residents' committee of the place, or whoever is as high as the matter climbed",
  dispatcher:
    'the subdistrict office below level 4, the district command centre from level 4 on or when it climbed so high',
  superior: 'the unit above the one that dispatches; the command centre judges itself, by another person',
  mediators: 'the mediation committee of the place',
  about: 'the unit that the move is about',
  initiator: 'the unit of the post that reported it',
  district: "the district's command centre",
  gate: 'the office of the burden gate',
  holder: 'whoever has it in the present state',
  leadUnit: 'the lead unit of the present round',
  finder:
    "the residents' committee of the place, whose people found it; the verifier above where the committee has an assignment itself, or withdrew",
  verifier: 'the unit that dispatches; the command centre where that unit has an assignment itself',
}

/** In words what modules/case/domain/rules.ts does. */
export const RULES: Readonly<Record<Rule, string>> = {
  verifierIsNotHandler: 'whoever reported a result in any round may not make this move',
  unitIsNotHandler: 'nobody of a unit that had to do it may make this move',
  itemKnown: 'only once it has an item',
  reporterOnly: 'only the account that reported it',
  withinReopenWindow: 'only within the reopening window',
  answeredWhereJoined:
    'once for each answer of the matter that it was joined with, within its reopening window',
  initiatorUnit: 'only the unit that reported it',
  deciderIsNotAsker: 'whoever asked may not decide',
  deciderIsNotSender: 'whoever sent it there may not decide',
  childrenClosed: 'no matter that hangs on it is open',
  holderOnly: 'only the unit that has it',
  leadOnly: 'only the unit that leads',
  onceADay: 'not again within a day',
  dateAhead: 'the date lies ahead',
  otherIsOpen: 'the other matter is open and of this kind',
  notRecused: 'not by somebody who withdrew for an interest of their own',
  stateTimeOver: 'only once the time of the state is over',
  askedUnitOnly: 'only the unit that is asked',
  noRecusedUnit: 'no chosen unit withdrew',
  othersOnly: 'none of the chosen units is the one that reported it',
  unitIsLate: 'only about a unit whose clocks have all run out',
  admissionHolds: 'only what the burden gate lets the unit place here, still and not more often than it said',
  mediatorsThere: 'only where the place has a mediation committee',
  namedOnly: 'only the person who is named for it',
  noRecusedPerson: 'whoever is chosen holds the post and did not withdraw',
  canClimb: 'there is a rung above',
  deadlineChangeNeedsReason: 'a deadline that differs from the set one lies ahead and has a reason',
}
