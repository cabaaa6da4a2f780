import type { GridFaces } from '../district-geometry.ts'
import { at, blockAxis, centroid, distance, type Point } from '../geometry/plane.ts'
import { edgeKey, faceRing, type SplitMesh, splitFace, vertexLoop } from '../geometry/split-mesh.ts'
import type { Random } from '../random.ts'

export type CompoundStyle = 'walkUp' | 'tower'

/** A piece of ground inside one grid and one compound. */
export interface Parcel {
  readonly gridCode: string
  readonly face: number
  /** How many of its grid's households live on it: 1, or a half where two compounds share the grid. */
  readonly share: number
}

export interface CompoundPlan {
  readonly style: CompoundStyle
  readonly parcels: readonly Parcel[]
}

const LARGE_COMPOUNDS = 3
const SHARED_GRIDS = 2
/** Of about ten compounds three are towers: some 30 % of the households (domain model of Liaoning's housing). */
const TOWER_COMPOUNDS = 3
const SHORTEST_COMMON_BORDER_M = 60

/**
 * Lays compounds over the grids of a community: a few large ones cover two grids, a few grids are shared by two small
 * ones, the others match. Cuts the shared grids in the mesh and returns what became of the grids.
 */
export function planCompounds(
  mesh: SplitMesh,
  grids: readonly GridFaces[],
  random: Random,
): { readonly compounds: readonly CompoundPlan[]; readonly grids: readonly GridFaces[] } {
  const free = new Set(grids.map((g) => g.code))
  const groups: Parcel[][] = []
  for (const [a, b] of shuffled(neighbourPairs(mesh, grids), random)) {
    if (groups.length === LARGE_COMPOUNDS) break
    if (!free.has(a.code) || !free.has(b.code)) continue
    free.delete(a.code)
    free.delete(b.code)
    groups.push([wholeGrid(a), wholeGrid(b)])
  }
  const alone = shuffled(
    grids.filter((g) => free.has(g.code)),
    random,
  )
  const changed = new Map<string, GridFaces>()
  alone.forEach((grid, i) => {
    const whole = wholeGrid(grid)
    const half = i < SHARED_GRIDS ? cutInHalf(mesh, whole.face) : undefined
    if (half === undefined) {
      groups.push([whole])
      return
    }
    groups.push([{ ...whole, share: 0.5 }], [{ ...whole, face: half, share: 0.5 }])
    changed.set(grid.code, { ...grid, faces: [whole.face, half] })
  })
  // Half grids are old walk-up quarters; a tower needs a whole block.
  const wholes = shuffled(
    groups.filter((g) => at(g, 0).share === 1 && g.length === 1),
    random,
  )
  const pairs = groups.filter((g) => g.length > 1)
  const towers = new Set([...wholes, ...pairs].slice(0, TOWER_COMPOUNDS))
  const ordered = groups
    .map((parcels) => ({ parcels, centre: centroid(faceRing(mesh, at(parcels, 0).face)) }))
    .sort((a, b) => b.centre.y - a.centre.y)
  return {
    compounds: ordered.map(({ parcels }) => ({ parcels, style: towers.has(parcels) ? 'tower' : 'walkUp' })),
    grids: grids.map((g) => changed.get(g.code) ?? g),
  }
}

function wholeGrid(grid: GridFaces): Parcel {
  return { gridCode: grid.code, face: at(grid.faces, 0), share: 1 }
}

/** Cuts a block across its longer side. */
function cutInHalf(mesh: SplitMesh, face: number): number | undefined {
  const ring = faceRing(mesh, face)
  const centre = centroid(ring)
  const axis = blockAxis(ring)
  const reach = (angle: number): number => {
    const along = ring.map((p: Point) => p.x * Math.cos(angle) + p.y * Math.sin(angle))
    return Math.max(...along) - Math.min(...along)
  }
  const normal = reach(axis) >= reach(axis + Math.PI / 2) ? axis : axis + Math.PI / 2
  const [nx, ny] = [Math.cos(normal), Math.sin(normal)]
  return splitFace(mesh, face, { nx, ny, offset: centre.x * nx + centre.y * ny }, 15)
}

function neighbourPairs(mesh: SplitMesh, grids: readonly GridFaces[]): [GridFaces, GridFaces][] {
  const byFace = new Map(grids.flatMap((g) => g.faces.map((face) => [face, g] as const)))
  return grids.flatMap((grid) => {
    const border = new Map<GridFaces, number>()
    const loop = vertexLoop(mesh, at(grid.faces, 0))
    loop.forEach((from, i) => {
      const to = at(loop, i + 1)
      const beyond = byFace.get(mesh.faceLeftOf.get(edgeKey(to, from)) ?? -1)
      if (beyond === undefined) return
      const length = distance(at(mesh.vertices, from), at(mesh.vertices, to))
      border.set(beyond, (border.get(beyond) ?? 0) + length)
    })
    return [...border].flatMap(([beyond, length]): [GridFaces, GridFaces][] =>
      length >= SHORTEST_COMMON_BORDER_M && grid.code < beyond.code ? [[grid, beyond]] : [],
    )
  })
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((value) => ({ value, rank: random.next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value)
}
