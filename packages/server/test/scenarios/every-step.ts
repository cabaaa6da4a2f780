import { currentKind, type Kind } from '@lianxin/contract'
import fc from 'fast-check'
import { pushes } from './pushes.ts'
import { type Outcome, walk } from './random-walk.ts'

export const RUNS = 60
/** The same walks each time, so that a commit is not red by chance; WALKS=<number> walks others (CONTRIBUTING.md). */
export const SEED = Number(process.env['WALKS'] ?? 20_261_129)
/** Nobody changes a version that no matter starts with any more: it is walked less. */
export const runsOf = (kind: Kind) => (currentKind(kind.kind) === kind ? RUNS : RUNS / 3)

export type Step = Outcome & { event: NonNullable<Outcome['event']> }

/** Walks at random, or as `pick` chooses, and lets `holds` judge every step that was taken. What is seldom reached takes more walks. */
export const onEveryStep = (
  kind: Kind,
  holds: (step: Step) => void,
  { pick, times = 1 }: { readonly pick?: Parameters<typeof walk>[3]; readonly times?: number } = {},
) =>
  fc.assert(
    fc.property(pushes, (steps) => {
      const see = (outcome: Outcome) => {
        const { event } = outcome
        if (event) holds({ ...outcome, event })
      }
      walk(kind, steps, see, pick)
    }),
    { numRuns: times * runsOf(kind), seed: SEED },
  )
