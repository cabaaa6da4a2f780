import type { Random } from '../random.ts'

type Member = 'child' | 'adult' | 'elder'
type Make = readonly (readonly [share: number, ...members: readonly Member[]])[]

// Sizes 1–5+ are 27/37/24/8/4 %, 2.25 persons on average. What a household is made of is chosen so that the whole
// comes near Liaoning's census of 2020: 11 % under 15, 26 % from 60, and 8–10 % of those who live alone.
const SIZES: readonly (readonly [share: number, make: Make])[] = [
  [
    0.27,
    [
      [0.2, 'elder'],
      [0.8, 'adult'],
    ],
  ],
  [
    0.37,
    [
      [0.42, 'elder', 'elder'],
      [0.5, 'adult', 'adult'],
      [0.08, 'adult', 'child'],
    ],
  ],
  [
    0.24,
    [
      [0.58, 'adult', 'adult', 'child'],
      [0.22, 'adult', 'adult', 'adult'],
      [0.2, 'adult', 'elder', 'elder'],
    ],
  ],
  [
    0.08,
    [
      [0.35, 'adult', 'adult', 'child', 'child'],
      [0.35, 'adult', 'adult', 'child', 'elder'],
      [0.3, 'adult', 'adult', 'elder', 'elder'],
    ],
  ],
  [
    0.04,
    [
      [0.75, 'adult', 'adult', 'child', 'elder', 'elder'],
      [0.25, 'adult', 'adult', 'child', 'child', 'elder'],
    ],
  ],
]

/** The ages of the people behind one door, in years. */
export function drawHousehold(random: Random): number[] {
  const [, make] = drawShare(SIZES, random)
  const [, ...members] = drawShare(make, random)
  return members.map((member) => AGES[member](random))
}

/** 18 to 59 for adults; of those from 60, two in three are 65 or older, ever fewer with every year. */
const AGES: Readonly<Record<Member, (random: Random) => number>> = {
  child: (random) => random.int(0, 17),
  adult: (random) => random.int(18, 59),
  elder: (random) =>
    random.next() < 0.323 ? random.int(60, 64) : 65 + Math.floor(30 * (1 - Math.sqrt(random.next()))),
}

function drawShare<T extends readonly [number, ...unknown[]]>(list: readonly T[], random: Random): T {
  let left = random.next()
  for (const entry of list) {
    left -= entry[0]
    if (left < 0) return entry
  }
  const last = list.at(-1)
  if (last === undefined) throw new RangeError('cannot draw from an empty list')
  return last
}
