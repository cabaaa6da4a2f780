import type { ReliabilityBin } from '@lianxin/contract'
import { inTurn } from '../../../kernel/in-turn.ts'
import { blended, evidenceOf, fitTrust, type Opinions } from './blend.ts'
import { type Curve, calibrated, fitCurve, type Judged, reliabilityOf } from './calibration.ts'
import { type Learnt, type Nameable, scoreItems } from './score-items.ts'
import { tokensOf } from './tokens.ts'

/** A closed matter as far as learning is concerned. `person`: one for everything that the same person may have written. */
export type ClosedMatter = {
  readonly id: string
  readonly itemCode: string
  readonly kind: string
  readonly words: string
  readonly person: string
}

/** A token that fewer different people wrote is forgotten: it may be a name, an address, a story. */
export const MINIMUM_PEOPLE = 5
/** Fewer closed matters teach nothing that could be relied on. */
export const MINIMUM_MATTERS = 200
/** A suggestion that is right less often than this is not made: somebody reads and chooses. */
export const THRESHOLD = 0.4

/** What came of learning. The reliability is of matters that were neither learnt from nor used for the curve. */
export type Outcome = {
  readonly learntFrom: number
  readonly tokens: number
  readonly curve: Curve
  readonly checkedOn: number
  readonly unknown: number
  readonly right: number
  readonly bins: readonly ReliabilityBin[]
  /** How far the catalogue's words are trusted; absent in what was learnt before they were joined. */
  readonly trust?: number
  /** Of those checked, for how many the first guess was right, by each way alone and by both together. */
  readonly firstRight?: { readonly keywords: number; readonly learnt: number; readonly both: number }
}

/** Three fifths are learnt from, one gives the curve, one the reliability; which is which hangs on the id alone. */
const shareOf = (id: string): 'learn' | 'curve' | 'check' => {
  const fifth = Number.parseInt(id.slice(-4), 16) % 5
  return fifth < 3 ? 'learn' : fifth === 3 ? 'curve' : 'check'
}

/** Takes closed matters one after the other, so that their words need not be kept together. */
export class Learner {
  readonly #matters = new Map<string, number>()
  readonly #counts = new Map<string, Map<string, number>>()
  readonly #people = new Map<string, Set<string>>()
  readonly #held: {
    readonly share: 'curve' | 'check'
    readonly kind: string
    readonly itemCode: string
    readonly tokens: readonly string[]
    readonly evidence: Opinions['evidence']
  }[] = []
  readonly #itemsFor: (kind: string) => readonly Nameable[]
  #learntFrom = 0

  /** @param itemsFor the items that a matter of a kind can be about */
  constructor(itemsFor: (kind: string) => readonly Nameable[]) {
    this.#itemsFor = itemsFor
  }

  take({ id, itemCode, kind, words, person }: ClosedMatter): void {
    const tokens = tokensOf(words)
    const share = shareOf(id)
    if (share !== 'learn') {
      this.#held.push({ share, kind, itemCode, tokens, evidence: evidenceOf(this.#itemsFor(kind), words) })
      return
    }
    this.#learntFrom += 1
    this.#matters.set(itemCode, (this.#matters.get(itemCode) ?? 0) + 1)
    for (const token of tokens) {
      const people = this.#people.get(token) ?? new Set()
      if (people.size < MINIMUM_PEOPLE) people.add(person)
      this.#people.set(token, people)
      const counts = this.#counts.get(token) ?? new Map()
      counts.set(itemCode, (counts.get(itemCode) ?? 0) + 1)
      this.#counts.set(token, counts)
    }
  }

  /** Thousands of matters are judged, each by every item: others have their turn in between. */
  async finish(): Promise<{ readonly learnt: Learnt; readonly outcome: Outcome }> {
    const counts = new Map(
      [...this.#counts].filter(([token]) => (this.#people.get(token)?.size ?? 0) >= MINIMUM_PEOPLE),
    )
    const learnt: Learnt = { matters: this.#matters, counts }
    const opinions = (share: 'curve' | 'check'): Promise<readonly Opinions[]> =>
      inTurn(
        this.#held.filter((one) => one.share === share),
        ({ kind, itemCode, tokens, evidence }) => {
          const items = this.#itemsFor(kind)
          return { items, itemCode, evidence, learnt: scoreItems(items, tokens, learnt) }
        },
      )
    const fitted = await opinions('curve')
    const trust = await fitTrust(fitted)
    const judge = (one: Opinions): Judged => {
      const first = blended(one, trust)
      return { claimed: first?.share ?? 0, right: first?.item.code === one.itemCode }
    }
    const curve = fitCurve(await inTurn(fitted, judge))
    const held = await opinions('check')
    const judged = await inTurn(held, judge)
    const firstRight = {
      keywords: held.filter(({ evidence, itemCode }) => evidence[0]?.code === itemCode).length,
      learnt: held.filter((one) => one.learnt[0]?.item.code === one.itemCode).length,
      both: judged.filter(({ right }) => right).length,
    }
    const checked = judged.map(({ claimed, right }) => ({
      claimed: claimed === 0 ? 0 : calibrated(curve, claimed),
      right,
    }))
    const made = checked.filter(({ claimed }) => claimed >= THRESHOLD)
    return {
      learnt,
      outcome: {
        ...{ learntFrom: this.#learntFrom, tokens: counts.size, curve, checkedOn: checked.length },
        unknown: checked.length - made.length,
        right: made.filter(({ right }) => right).length,
        bins: reliabilityOf(checked),
        ...{ trust, firstRight },
      },
    }
  }
}
