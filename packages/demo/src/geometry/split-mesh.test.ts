import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signedArea } from './plane.ts'
import { createMesh, edgeKey, faceRing, type SplitMesh, splitFace, unionLoops } from './split-mesh.ts'

const SQUARE = [
  { x: 0, y: 0 },
  { x: 1000, y: 0 },
  { x: 1000, y: 1000 },
  { x: 0, y: 1000 },
]

const cuts = fc.array(
  fc.record({
    face: fc.nat(),
    angle: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
    along: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
    snapM: fc.constantFrom(0, 20, 60),
  }),
  { maxLength: 40 },
)

function cutUp(list: typeof cuts extends fc.Arbitrary<infer T> ? T : never): SplitMesh {
  const mesh = createMesh(SQUARE)
  for (const { face, angle, along, snapM } of list) {
    const chosen = face % mesh.faces.length
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)]
    const reach = faceRing(mesh, chosen).map((p) => p.x * nx + p.y * ny)
    const [low, high] = [Math.min(...reach), Math.max(...reach)]
    splitFace(mesh, chosen, { nx, ny, offset: low + (high - low) * along }, snapM)
  }
  return mesh
}

/** The first found cuts that nearly coincide and snap so far that a face was left without ground. */
const SEEDS = [1649933568, 20261128]

describe('a mesh that is cut and cut again', () => {
  it.each(SEEDS)(
    'covers the same ground: every face keeps its own and together they are the whole (seed %i)',
    (seed) => {
      fc.assert(
        fc.property(cuts, (list) => {
          const mesh = cutUp(list)
          const areas = mesh.faces.map((_, face) => signedArea(faceRing(mesh, face)))
          expect(Math.min(...areas)).toBeGreaterThan(0)
          expect(areas.reduce((a, b) => a + b)).toBeCloseTo(1_000_000, 3)
        }),
        { seed },
      )
    },
  )

  it.each(SEEDS)(
    'gives neighbours the same vertices: every edge has its face on the left, and its mate or the outside (seed %i)',
    (seed) => {
      fc.assert(
        fc.property(cuts, (list) => {
          const mesh = cutUp(list)
          const directed = mesh.faces.flatMap((loop) =>
            loop.map((v, i) => edgeKey(v, loop[(i + 1) % loop.length] ?? -1)),
          )
          expect(new Set(directed).size).toBe(directed.length)
          const outer = directed.filter((key) => !directed.includes(key.split(':').reverse().join(':')))
          const [border = []] = unionLoops(
            mesh,
            mesh.faces.map((_, face) => face),
          )
          expect(outer.length).toBe(border.length)
          expect(signedArea(border.flatMap((v) => mesh.vertices[v] ?? []))).toBeCloseTo(1_000_000, 3)
        }),
        { seed },
      )
    },
  )

  it('leaves a face alone when the cut misses it', () => {
    const mesh = createMesh(SQUARE)
    expect(splitFace(mesh, 0, { nx: 1, ny: 0, offset: 2000 }, 0)).toBeUndefined()
    expect(mesh.faces).toHaveLength(1)
  })

  it('goes through a corner that is near enough', () => {
    const mesh = createMesh(SQUARE)
    splitFace(mesh, 0, { nx: Math.SQRT1_2, ny: -Math.SQRT1_2, offset: 7 }, 20)
    expect(mesh.vertices).toHaveLength(4)
    expect(mesh.faces.map((loop) => loop.length)).toEqual([3, 3])
  })
})
