/** How far a made-up matter has come when the demonstration opens. */
export type MatterFate =
  | 'registered'
  | 'triaged'
  | 'dispatched'
  | 'handling'
  | 'answered'
  | 'awaitingVerdict'
  | 'reopened'
  | 'closed'

/** A matter that a made-up resident raised before the demonstration was opened. */
export interface Matter {
  readonly words: string
  readonly itemCode: string
  readonly fate: MatterFate
  readonly answer: string
  readonly satisfaction: number
  /** How long before the opening it was raised. */
  readonly minutesAgo: number
  readonly buildingId: string | null
  readonly communityCode: string
}
