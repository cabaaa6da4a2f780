import { at, blockAxis, inset, type Point, type Ring, rotate, spansAt } from '../geometry/plane.ts'
import type { Random } from '../random.ts'
import type { CompoundStyle } from './compounds.ts'

export interface BuildingPlan {
  readonly style: CompoundStyle
  readonly floors: number
  readonly doorsPerFloor: number
  /** The footprint, anticlockwise from its south-western corner. */
  readonly footprint: Ring
  /** The entrance doors on the northern side, from west to east. */
  readonly entrances: readonly Point[]
}

interface HousingStyle {
  readonly depthM: number
  readonly bayM: Readonly<Record<number, number>>
  readonly rowGapM: readonly [number, number]
  readonly sideGapM: number
  readonly entrances: readonly [number, number]
  readonly doors: readonly [number, number]
  readonly floors: readonly [number, number]
}

// Walk-ups of 6–7 floors × 3–4 entrances × 2–3 doors, towers of 18–33 floors × 1–2 × 3–4: the housing of Liaoning's
// cities. Rows face south and stand far enough apart for the winter sun.
const HOUSING: Readonly<Record<CompoundStyle, HousingStyle>> = {
  walkUp: {
    depthM: 11.5,
    bayM: { 2: 12.5, 3: 16.5 },
    rowGapM: [16, 44],
    sideGapM: 7,
    entrances: [3, 4],
    doors: [2, 3],
    floors: [6, 7],
  },
  tower: {
    depthM: 17,
    bayM: { 3: 24, 4: 30 },
    rowGapM: [32, 74],
    sideGapM: 16,
    entrances: [1, 2],
    doors: [3, 4],
    floors: [18, 33],
  },
}

/** Between the middle of the street and the first wall, metres. */
const SETBACK_M = 12
const ATTEMPTS = 80
/** An empty place in a row counts as much as this many dwellings too many or too few. */
const EMPTY_PLACE = 5

export function householdsOf(plan: BuildingPlan): number {
  return plan.floors * plan.doorsPerFloor * plan.entrances.length
}

/**
 * Rows of buildings on a parcel with about `households` dwellings in all: several layouts are drawn, the one nearest to
 * that number with the fewest empty places is kept.
 */
export function layoutParcel(
  ring: Ring,
  style: CompoundStyle,
  households: number,
  random: Random,
): readonly BuildingPlan[] {
  let best: readonly BuildingPlan[] = []
  let lowest = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const rows = drawRows(ring, style, random)
    const kept = thinOut(rows, households, random)
    const fault = Math.abs(total(kept) - households) + EMPTY_PLACE * (rows.length - kept.length)
    if (fault < lowest) {
      best = kept
      lowest = fault
    }
  }
  return best
}

function total(plans: readonly BuildingPlan[]): number {
  return plans.reduce((sum, plan) => sum + householdsOf(plan), 0)
}

/** Leaves places empty, at random, as long as that brings the number of households nearer. */
function thinOut(
  plans: readonly BuildingPlan[],
  households: number,
  random: Random,
): readonly BuildingPlan[] {
  let kept = plans
  for (;;) {
    const fewer = kept.toSpliced(random.int(0, Math.max(0, kept.length - 1)), 1)
    if (kept.length < 2 || Math.abs(total(fewer) - households) > Math.abs(total(kept) - households))
      return kept
    kept = fewer
  }
}

function drawRows(ring: Ring, style: CompoundStyle, random: Random): BuildingPlan[] {
  const housing = HOUSING[style]
  const axis = blockAxis(ring)
  const ground = inset(ring, SETBACK_M).map((p) => rotate(p, -axis))
  const low = Math.min(...ground.map((p) => p.y))
  const high = Math.max(...ground.map((p) => p.y))
  const pitch = housing.depthM + random.between(...housing.rowGapM)
  const rows = Math.floor((high - low - housing.depthM) / pitch) + 1
  const slack = high - low - housing.depthM - (rows - 1) * pitch
  return Array.from({ length: Math.max(0, rows) }, (_, i) => low + slack / 2 + i * pitch).flatMap((y) =>
    clearSpans(ground, y, y + housing.depthM).flatMap(([from, to]) =>
      fillRow(from, to, y, style, axis, random),
    ),
  )
}

/** Where a whole row between two heights fits inside the ground. */
function clearSpans(ground: Ring, south: number, north: number): (readonly [number, number])[] {
  const heights = [south, north, ...ground.map((p) => p.y).filter((y) => y > south && y < north)]
  return heights
    .map((y) => spansAt(ground, y))
    .reduce((common, spans) =>
      common.flatMap(([a, b]) =>
        spans.flatMap(([c, d]) =>
          Math.min(b, d) > Math.max(a, c) ? [[Math.max(a, c), Math.min(b, d)] as const] : [],
        ),
      ),
    )
}

function fillRow(
  from: number,
  to: number,
  y: number,
  style: CompoundStyle,
  axis: number,
  random: Random,
): BuildingPlan[] {
  const housing = HOUSING[style]
  const drawn: { width: number; entrances: number; doors: number }[] = []
  let used = -housing.sideGapM
  for (;;) {
    const doors = random.int(...housing.doors)
    const bay = housing.bayM[doors] ?? 0
    const fitting = Math.floor((to - from - used - housing.sideGapM) / bay)
    const entrances = Math.min(random.int(...housing.entrances), fitting)
    if (entrances < housing.entrances[0]) break
    drawn.push({ width: entrances * bay, entrances, doors })
    used += entrances * bay + housing.sideGapM
  }
  const spread = drawn.length > 1 ? Math.min(24, (to - from - used) / (drawn.length - 1)) : 0
  let x = from + (to - from - used - spread * Math.max(0, drawn.length - 1)) / 2
  return drawn.map(({ width, entrances, doors }) => {
    const west = x
    x += width + housing.sideGapM + spread
    const place = (px: number, py: number): Point => rotate({ x: px, y: py }, axis)
    return {
      style,
      floors: random.int(...housing.floors),
      doorsPerFloor: doors,
      footprint: [
        place(west, y),
        place(west + width, y),
        place(west + width, y + housing.depthM),
        place(west, y + housing.depthM),
      ],
      entrances: Array.from({ length: entrances }, (_, i) =>
        place(west + ((i + 0.5) * width) / entrances, y + housing.depthM),
      ),
    }
  })
}

/** The middle of a footprint. */
export function middleOf(footprint: Ring): Point {
  const [a, c] = [at(footprint, 0), at(footprint, 2)]
  return { x: (a.x + c.x) / 2, y: (a.y + c.y) / 2 }
}
