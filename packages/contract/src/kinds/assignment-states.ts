/**
 * `yielded`: given back, but answerable until another unit signs (首接负责). `arrived`: on the spot, attested by both sides.
 * `refused`: contested until somebody decides.
 */
export const ASSIGNMENT_STATES = [
  'sent',
  'signed',
  'arrived',
  'refused',
  'yielded',
  'done',
  'returned',
] as const
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number]
/** States in which a unit still has to do something here. */
export const BUSY_ASSIGNMENTS: readonly AssignmentState[] = ['sent', 'signed', 'arrived', 'refused']
