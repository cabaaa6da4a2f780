/** What a sentence about a verdict is filled with; `satisfaction`: 1 to 5, 0 where nothing was said. */
export const verdictWords = ({
  solved,
  satisfaction,
}: {
  readonly solved: boolean
  readonly satisfaction: number | null
}) => ({ solved: solved ? 'yes' : 'no', satisfaction: satisfaction ?? 0 })
