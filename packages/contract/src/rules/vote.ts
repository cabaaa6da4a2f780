/**
 * When a vote is passed. Shares are fractions `[3, 4]` of heads or of floor area. `attend`: of all who are entitled;
 * `approve`: of those who took part, or of all where `approveOf` says so (应到会). `atLeast` includes the share itself, `moreThan` does not.
 */
export type Vote = {
  readonly name: { readonly zh: string; readonly en: string }
  /** Where the law says so, with its article. */
  readonly law: { readonly zh: string; readonly en: string }
  readonly attend: readonly VoteShare[]
  readonly approve: readonly VoteShare[]
  readonly approveOf?: 'entitled'
}
export type VoteShare = {
  readonly of: 'heads' | 'area'
  readonly share: readonly [number, number]
  readonly as: 'atLeast' | 'moreThan'
}

/** Heads and floor area of a vote. Areas in m²; they are needed only where the vote counts area. */
export type Counted = {
  readonly entitled: number
  readonly present: number
  readonly inFavour: number
  readonly entitledAreaM2?: number
  readonly presentAreaM2?: number
  readonly inFavourAreaM2?: number
}

/** What of a vote's shares was not reached; `passed` when nothing. */
export type VoteResult = {
  readonly passed: boolean
  readonly missed: readonly { readonly stage: 'attend' | 'approve'; readonly share: VoteShare }[]
}

/** Does this vote count floor area beside heads (民法典 278)? */
export const countsArea = (vote: Vote) => [...vote.attend, ...vote.approve].some(({ of }) => of === 'area')

/** Are the numbers possible: nobody more in favour than present, nor more present than entitled; area where it counts? */
export function tallyFits(vote: Vote, tally: Counted): boolean {
  const inOrder = (entitled: number, present: number, inFavour: number) =>
    inFavour <= present && present <= entitled && entitled > 0
  if (!inOrder(tally.entitled, tally.present, tally.inFavour)) return false
  const { entitledAreaM2, presentAreaM2, inFavourAreaM2 } = tally
  if (entitledAreaM2 === undefined || presentAreaM2 === undefined || inFavourAreaM2 === undefined)
    return !countsArea(vote)
  return inOrder(entitledAreaM2, presentAreaM2, inFavourAreaM2)
}

/** One share of a vote as it was counted: `part` of `whole`, in heads or m². */
export type SharedOut = {
  readonly stage: 'attend' | 'approve'
  readonly share: VoteShare
  readonly part: number
  readonly whole: number
  readonly reached: boolean
}

/**
 * Every share of a vote with its numerator and denominator: attendance among all who are entitled, approval among those
 * whom the vote counts it among. Compared by multiplication, so that exactly three quarters are three quarters.
 */
export function sharesOf(vote: Vote, tally: Counted): readonly SharedOut[] {
  const numbers = {
    heads: { entitled: tally.entitled, present: tally.present, inFavour: tally.inFavour },
    area: {
      entitled: tally.entitledAreaM2 ?? 0,
      present: tally.presentAreaM2 ?? 0,
      inFavour: tally.inFavourAreaM2 ?? 0,
    },
  }
  const counted = (stage: SharedOut['stage'], share: VoteShare): SharedOut => {
    const { entitled, present, inFavour } = numbers[share.of]
    const among = vote.approveOf === 'entitled' ? entitled : present
    const [part, whole] = stage === 'attend' ? [present, entitled] : [inFavour, among]
    const [have, need] = [part * share.share[1], whole * share.share[0]]
    const reached = entitled > 0 && (share.as === 'atLeast' ? have >= need : have > need)
    return { stage, share, part, whole, reached }
  }
  return [
    ...vote.attend.map((share) => counted('attend', share)),
    ...vote.approve.map((share) => counted('approve', share)),
  ]
}

/** What of it was not reached. */
export function countVote(vote: Vote, tally: Counted): VoteResult {
  const missed = sharesOf(vote, tally).filter(({ reached }) => !reached)
  return { passed: missed.length === 0, missed: missed.map(({ stage, share }) => ({ stage, share })) }
}

/** Why a vote did not pass: too few took part, or those who did agreed with too little of one measure, or of both. */
export type Shortfall = 'attendance' | 'heads' | 'area' | 'both'

export function shortfallOf(vote: Vote, tally: Counted): Shortfall | null {
  const { missed } = countVote(vote, tally)
  if (missed.some(({ stage }) => stage === 'attend')) return 'attendance'
  const [one, other] = new Set(missed.map(({ share }) => share.of))
  return other ? 'both' : (one ?? null)
}
