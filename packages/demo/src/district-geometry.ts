import { DISTRICT_AREA_M2, districtOutline, scaleToDistrict } from './district-outline.ts'
import { type Division, isResidentsCommittee } from './divisions.ts'
import { centroid, type Point, signedArea } from './geometry/plane.ts'
import { createMesh, faceRing, type SplitMesh, unionLoops } from './geometry/split-mesh.ts'
import { gridCode, readingOrder } from './grid-codes.ts'
import type { Random } from './random.ts'
import { sideOfName, sketchOf } from './subdistrict-sketch.ts'
import { divideFace, type Part } from './tessellation.ts'
import { createWarp } from './warp.ts'

export const DISTRICT_CODE = '210105'
/** The community whose streets, compounds and buildings are generated too: 牡丹社区. */
export const MODEL_COMMUNITY_CODE = '210105001010'
/** A model community has 11 grids of about 300 households (Liaoning: 49,000 grids, 14.7 M households). */
const MODEL_GRIDS = 11

/** Streets of the quarter run about this far off east, radians. */
const STREET_AXIS = (7 * Math.PI) / 180
const MEAN_GRID_M2 = 46_000

/** A comprehensive grid and the faces of the mesh it is made of: one, or several where compounds divide it. */
export interface GridFaces {
  readonly code: string
  readonly communityCode: string
  readonly faces: readonly number[]
}

export interface DistrictMesh {
  readonly mesh: SplitMesh
  readonly district: Division
  readonly subdistricts: readonly Division[]
  readonly communities: readonly Division[]
  readonly grids: readonly GridFaces[]
}

/**
 * The whole of 皇姑区 as one mesh: district → subdistricts → residents' committees → grids. The three villagers'
 * committees of the list have no area of their own here; every point belongs to one of the 135 communities.
 */
export function createDistrictMesh(divisions: readonly Division[], random: Random): DistrictMesh {
  const district = divisions.find((d) => d.code === DISTRICT_CODE)
  if (district === undefined) throw new Error(`no division ${DISTRICT_CODE}`)
  const subdistricts = divisions.filter((d) => d.parentCode === DISTRICT_CODE)
  const communities = committeesOf(divisions)
  const counts = gridCounts(communities, random.fork('grid-counts'))
  const outline = districtOutline(random.fork('outline'))
  const mesh = createMesh(scaled(outline, scaleToDistrict(outline)))
  const faceOfSubdistrict = divideFace(
    mesh,
    0,
    subdistricts.map((d) => subdistrictPart(d, communities, counts)),
    { axis: STREET_AXIS, jitter: 0.3, snapM: 90 },
    random.fork('subdistricts'),
  )
  const faceOfCommunity = new Map(
    subdistricts.flatMap((subdistrict) => {
      const face = faceNumber(faceOfSubdistrict, subdistrict.code)
      const children = communities.filter((c) => c.parentCode === subdistrict.code)
      const stream = random.fork(subdistrict.code)
      const parts = communityParts(children, counts, faceRing(mesh, face), stream)
      return [...divideFace(mesh, face, parts, { axis: STREET_AXIS, jitter: 0.14, snapM: 75 }, stream)]
    }),
  )
  const gridFaces = communities.map((community) => {
    const stream = random.fork(community.code)
    const face = faceNumber(faceOfCommunity, community.code)
    return { community, faces: divideIntoGrids(mesh, face, countOf(counts, community.code), stream) }
  })
  bend(mesh, random.fork('warp'))
  const grids = gridFaces.flatMap(({ community, faces }) => numberGrids(mesh, community.code, faces))
  return { mesh, district, subdistricts, communities, grids }
}

/** The residents' committees of the district, in the order of their codes. */
export const committeesOf = (divisions: readonly Division[]): readonly Division[] =>
  divisions.filter(
    (d) => d.level === 'community' && d.code.startsWith(DISTRICT_CODE) && isResidentsCommittee(d.code),
  )

/** How many grids each residents' committee of the district has. */
export function gridCounts(communities: readonly Division[], random: Random): ReadonlyMap<string, number> {
  return new Map(
    communities.map(({ code }) => {
      const drawn = random.int(9, 12)
      return [code, code === MODEL_COMMUNITY_CODE ? MODEL_GRIDS : drawn]
    }),
  )
}

function subdistrictPart(
  { code }: Division,
  communities: readonly Division[],
  counts: ReadonlyMap<string, number>,
): Part {
  const { anchor, gridArea } = sketchOf(code)
  const grids = communities
    .filter((c) => c.parentCode === code)
    .reduce((sum, c) => sum + countOf(counts, c.code), 0)
  return { key: code, weight: grids * gridArea, anchor }
}

function communityParts(
  children: readonly Division[],
  counts: ReadonlyMap<string, number>,
  ring: readonly Point[],
  random: Random,
): Part[] {
  const reach = Math.sqrt(signedArea(ring)) / 2
  const centre = centroid(ring)
  const anchorOfStem = new Map<string, Point>()
  return children.map(({ code, name }) => {
    const { stem, side } = sideOfName(name)
    const drawn = {
      x: centre.x + random.between(-reach, reach),
      y: centre.y + random.between(-reach, reach),
    }
    const home = anchorOfStem.get(stem) ?? drawn
    anchorOfStem.set(stem, home)
    const anchor = { x: home.x + side.x * reach * 0.3, y: home.y + side.y * reach * 0.3 }
    const weight = countOf(counts, code) * (code === MODEL_COMMUNITY_CODE ? 1 : random.between(0.8, 1.25))
    return { key: code, weight, anchor }
  })
}

function divideIntoGrids(mesh: SplitMesh, face: number, count: number, random: Random): readonly number[] {
  const ring = faceRing(mesh, face)
  const side = Math.sqrt(signedArea(ring) / count)
  const parts = Array.from({ length: count }, (_, i) => ({
    key: String(i),
    weight: random.between(0.85, 1.15),
    anchor: centroid(ring),
  }))
  const style = { axis: STREET_AXIS, jitter: 0.08, snapM: side * 0.2 }
  return [...divideFace(mesh, face, parts, style, random).values()]
}

/** Bends the mesh and gives it the district's area again. */
function bend(mesh: SplitMesh, random: Random): void {
  const warp = createWarp(random)
  const warped = mesh.vertices.map(warp)
  const everything = mesh.faces.map((_, face) => face)
  const area = unionLoops(mesh, everything)
    .map((loop) => signedArea(loop.flatMap((v) => warped[v] ?? [])))
    .reduce((sum, part) => sum + part, 0)
  const factor = Math.sqrt(DISTRICT_AREA_M2 / area)
  mesh.vertices.splice(0, mesh.vertices.length, ...scaled(warped, factor))
}

function numberGrids(mesh: SplitMesh, communityCode: string, faces: readonly number[]): GridFaces[] {
  const located = faces.map((face) => ({ face, centre: centroid(faceRing(mesh, face)) }))
  const meanArea = faces.reduce((sum, face) => sum + signedArea(faceRing(mesh, face)), 0) / faces.length
  const rowHeightM = Math.sqrt(Math.min(meanArea, MEAN_GRID_M2 * 3)) * 0.7
  return readingOrder(located, rowHeightM).map(({ face }, i) => ({
    code: gridCode(communityCode, i + 1),
    communityCode,
    faces: [face],
  }))
}

function scaled(points: readonly Point[], factor: number): Point[] {
  return points.map((p) => ({ x: p.x * factor, y: p.y * factor }))
}

function faceNumber(faces: ReadonlyMap<string, number>, code: string): number {
  const face = faces.get(code)
  if (face === undefined) throw new Error(`no face for ${code}`)
  return face
}

function countOf(counts: ReadonlyMap<string, number>, code: string): number {
  return counts.get(code) ?? 0
}
