import type { CompoundStyle } from '../neighbourhood/compounds.ts'
import { createRandom, type Random } from '../random.ts'

/** A building as it is counted: entrances × floors × doors on each floor. */
export interface BuildingShape {
  readonly code: string
  readonly number: number
  readonly floors: number
  readonly entrances: number
  readonly doorsPerFloor: number
  readonly households: number
}

export interface GridHousing {
  readonly gridCode: string
  readonly style: CompoundStyle
  readonly households: number
  readonly buildings: readonly BuildingShape[]
}

type Range = readonly [low: number, high: number]
type Shape = { readonly floors: Range; readonly entrances: Range; readonly doors: Range }

// Housing of Liaoning's cities: walk-ups of 6–7 floors × 3–4 entrances × 2–3 doors, towers of 18–33 × 1–2 × 3–4, 70 to
// 30 by households. A grid has five to seven walk-ups, or two to three towers.
const SHAPES: Readonly<Record<CompoundStyle, Shape>> = {
  walkUp: { floors: [6, 7], entrances: [3, 4], doors: [2, 3] },
  tower: { floors: [18, 33], entrances: [1, 2], doors: [3, 4] },
}
const TOWER_SHARE = 0.3
/** About 300 households in each grid. */
const HOUSEHOLDS: Range = [255, 345]
/** Layouts that are tried; the one nearest to the number of households is built. */
const LAYOUTS = 12

/** The buildings of one grid; the same for the same seed and grid, whatever is generated beside it. */
export function gridHousing(seed: number, gridCode: string): GridHousing {
  const random = createRandom(`${seed}/housing/${gridCode}`)
  const style = random.next() < TOWER_SHARE ? 'tower' : 'walkUp'
  const wanted = random.int(...HOUSEHOLDS)
  let best: Shaped[] = []
  let missed = Number.POSITIVE_INFINITY
  for (let i = 0; i < LAYOUTS; i++) {
    const layout = drawLayout(SHAPES[style], wanted, random)
    const off = Math.abs(total(layout) - wanted)
    if (off < missed) [best, missed] = [layout, off]
  }
  return {
    gridCode,
    style,
    households: total(best),
    buildings: best.map((shape, i) => ({
      ...shape,
      number: i + 1,
      code: `${gridCode}B${String(i + 1).padStart(3, '0')}`,
    })),
  }
}

type Shaped = Omit<BuildingShape, 'code' | 'number'>

const total = (layout: readonly Shaped[]): number =>
  layout.reduce((sum, { households }) => sum + households, 0)

/** Buildings until one more would miss the number by more than it does now. */
function drawLayout(shape: Shape, wanted: number, random: Random): Shaped[] {
  const layout: Shaped[] = []
  for (;;) {
    const floors = random.int(...shape.floors)
    const entrances = random.int(...shape.entrances)
    const doorsPerFloor = random.int(...shape.doors)
    const households = floors * entrances * doorsPerFloor
    const before = wanted - total(layout)
    if (layout.length > 0 && Math.abs(before - households) >= before) return layout
    layout.push({ floors, entrances, doorsPerFloor, households })
  }
}
