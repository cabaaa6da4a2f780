/**
 * A matter of one kind asks a unit for one of another. Whoever raised the first comes along as a party of the second and has
 * said so; the first goes on by itself, and its people learn nothing of the second but that it was taken up.
 */
export type KindOrigin = {
  readonly kind: string
  /** The flag by which the unit is asked. */
  readonly flag: string
  /** The step that the house takes on the first matter when the second is written down. */
  readonly move: string
  /** What whoever comes along has said already, as a flag of that party. */
  readonly brings: string
}
