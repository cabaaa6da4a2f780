import type { Point } from './geometry/plane.ts'
import { type Position, toPlane } from './geometry/projection.ts'

interface SubdistrictSketch {
  /** Where the subdistrict would like to lie. */
  readonly anchor: Position
  /** Area of one grid against the mean: old quarters are dense, the northern edge is not. */
  readonly gridArea: number
}

// The rough order of the real subdistricts on the ground; their boundaries are generated.
const SKETCH: Readonly<Record<string, SubdistrictSketch>> = {
  '210105001': { anchor: [123.418, 41.872], gridArea: 0.62 },
  '210105008': { anchor: [123.418, 41.82], gridArea: 0.7 },
  '210105013': { anchor: [123.408, 41.805], gridArea: 0.55 },
  '210105017': { anchor: [123.374, 41.81], gridArea: 0.68 },
  '210105019': { anchor: [123.412, 41.838], gridArea: 1 },
  '210105020': { anchor: [123.376, 41.84], gridArea: 0.7 },
  '210105021': { anchor: [123.45, 41.832], gridArea: 0.8 },
  '210105022': { anchor: [123.438, 41.854], gridArea: 1.35 },
  '210105023': { anchor: [123.455, 41.877], gridArea: 2.3 },
  '210105024': { anchor: [123.383, 41.886], gridArea: 2.1 },
}

const UNKNOWN: SubdistrictSketch = { anchor: [123.41, 41.85], gridArea: 1 }

export function sketchOf(subdistrictCode: string): { readonly anchor: Point; readonly gridArea: number } {
  const sketch = SKETCH[subdistrictCode] ?? UNKNOWN
  return { anchor: toPlane(sketch.anchor), gridArea: sketch.gridArea }
}

const SIDES: Readonly<Record<string, Point>> = {
  东: { x: 1, y: 0 },
  西: { x: -1, y: 0 },
  南: { x: 0, y: -1 },
  北: { x: 0, y: 1 },
}

/**
 * Splits a community's name into its stem and its side, so that 明东 comes to lie east of 明西 and near it.
 * Without a side word the side is the middle.
 */
export function sideOfName(name: string): { readonly stem: string; readonly side: Point } {
  const short = name.replace(/社区$/u, '')
  const side = SIDES[short.slice(-1)]
  return side === undefined || short.length < 2
    ? { stem: short, side: { x: 0, y: 0 } }
    : { stem: short.slice(0, -1), side }
}
