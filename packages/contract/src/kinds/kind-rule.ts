/** A condition on who makes a move, when, and with what, beside the policy. The engine has one answer for each. */
export type Rule =
  | 'verifierIsNotHandler'
  /** Nobody of a unit that had to do it: not even another person there. */
  | 'unitIsNotHandler'
  | 'withinReopenWindow'
  /** The matter that it was joined with was answered, that answer holds, its time for reopening runs, and nobody judged it here yet. */
  | 'answeredWhereJoined'
  | 'deadlineChangeNeedsReason'
  /** It has an item: without one nobody knows the limit. */
  | 'itemKnown'
  /** Only the account that reported it, whatever its post is by now. */
  | 'reporterOnly'
  /** Only the unit that reported it. */
  | 'initiatorUnit'
  /** Whoever asked may not decide. */
  | 'deciderIsNotAsker'
  /** Whoever sent it there may not decide about that: a superior is somebody else. */
  | 'deciderIsNotSender'
  /** No matter that hangs on this one is open: a parent does not close before its children. */
  | 'childrenClosed'
  /** Only the unit that has it in the present state. */
  | 'holderOnly'
  /** Only the unit that leads. */
  | 'leadOnly'
  /** Not again within a day of the last time. */
  | 'onceADay'
  /** The date lies ahead. */
  | 'dateAhead'
  /** The other matter is open, of this kind, and not joined with yet another one. */
  | 'otherIsOpen'
  /** Nobody who withdrew for an interest of their own acts here again. */
  | 'notRecused'
  /** Only once the time of the present state has passed. */
  | 'stateTimeOver'
  /** Only the unit that is asked. */
  | 'askedUnitOnly'
  /** None of the chosen units withdrew for an interest of its own. */
  | 'noRecusedUnit'
  /** None of the chosen units is the one that reported it. */
  | 'othersOnly'
  /** Only about a unit all of whose clocks have run out. */
  | 'unitIsLate'
  /** The gate lets the unit place it here, still and not more often than it said. */
  | 'admissionHolds'
  /** There is a rung above to climb to. */
  | 'canClimb'
  /** The place has a committee that mediates. */
  | 'mediatorsThere'
  /** Only the person who is named for it. */
  | 'namedOnly'
  /** Whoever is chosen did not withdraw for an interest of their own, and was not asked to go. */
  | 'noRecusedPerson'
