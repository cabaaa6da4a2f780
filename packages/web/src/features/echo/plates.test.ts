import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Dots, platesIn } from './plates.ts'

const WIDTH = 640
const HEIGHT = 480
type Light = readonly [number, number, number]

const GREY: Light = [130, 134, 138]
const KINDS = {
  blue: { ground: [24, 70, 160], sign: [240, 242, 245], shape: 3.14 },
  green: { ground: [70, 180, 110], sign: [20, 26, 24], shape: 3.43 },
  yellow: { ground: [235, 180, 30], sign: [25, 22, 18], shape: 3.14 },
  door: { ground: [20, 60, 150], sign: [245, 245, 245], shape: 1.5 },
} as const satisfies Record<string, { ground: Light; sign: Light; shape: number }>

/** A picture in which each dot has the light that `lightAt` gives, with a little noise that a seed decides. */
function picture(seed: number, lightAt: (x: number, y: number) => Light): Dots {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4)
  let noise = seed | 1
  for (let at = 0; at < WIDTH * HEIGHT; at += 1) {
    noise = (Math.imul(noise, 1_103_515_245) + 12_345) & 0x7fff_ffff
    const light = lightAt(at % WIDTH, Math.floor(at / WIDTH))
    for (const part of [0, 1, 2] as const) data[at * 4 + part] = light[part] + ((noise >> 16) % 13) - 6
    data[at * 4 + 3] = 255
  }
  return { data, width: WIDTH, height: HEIGHT }
}

type Plate = {
  readonly kind: keyof typeof KINDS
  /** Dots, and degrees that it is turned by. */
  readonly wide: number
  readonly turned: number
  readonly shares: readonly [number, number]
}

/** Signs that nobody has: seven, or three on a door, each two uprights and a bar. */
function drawn({ kind, wide, turned, shares }: Plate) {
  const { ground, sign, shape } = KINDS[kind]
  const high = wide / shape
  const room = Math.hypot(wide, high) / 2 + 4
  const middle = [room + shares[0] * (WIDTH - 2 * room), room + shares[1] * (HEIGHT - 2 * room)] as const
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)]
  const signs = kind === 'door' ? 4 : 7
  const lightAt = (x: number, y: number): Light => {
    const [dx, dy] = [x - middle[0], y - middle[1]]
    const u = (dx * cos + dy * sin) / wide + 0.5
    const v = (dy * cos - dx * sin) / high + 0.5
    if (u < 0 || u > 1 || v < 0 || v > 1) return GREY
    const along = ((u - 0.06) / 0.88) * signs
    const inSign = along - Math.floor(along)
    if (v < 0.2 || v > 0.8 || along < 0 || along >= signs || inSign < 0.15 || inSign > 0.85) return ground
    const upright = inSign < 0.33 || inSign > 0.67
    return upright || Math.abs(v - 0.5) < 0.08 ? sign : ground
  }
  return { lightAt, middle, box: [wide * Math.abs(cos), wide * Math.abs(sin) + high * cos] as const }
}

const somePlate = (least: number, most: number) =>
  fc.record({
    kind: fc.constantFrom('blue', 'green', 'yellow', 'door' as const),
    wide: fc.integer({ min: least, max: most }),
    turned: fc.integer({ min: -10, max: 10 }),
    shares: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  })

test('a drawn number or door plate is found where it is, and covered', () => {
  fc.assert(
    fc.property(somePlate(48, 300), fc.nat(), (plate, seed) => {
      const { lightAt, middle, box } = drawn(plate)
      const found = platesIn(picture(seed, lightAt))
      expect(found).toHaveLength(1)
      const [{ x, y, width, height } = { x: 0, y: 0, width: 0, height: 0 }] = found
      expect(Math.abs((x + width / 2) * WIDTH - middle[0])).toBeLessThan(plate.wide * 0.06 + 3)
      expect(Math.abs((y + height / 2) * HEIGHT - middle[1])).toBeLessThan(plate.wide * 0.06 + 3)
      expect(width * WIDTH).toBeGreaterThan(box[0] * 0.9)
      expect(height * HEIGHT).toBeGreaterThan(box[1] * 0.85)
    }),
    { seed: 20261129, numRuns: 40 },
  )
})

test('a plain patch of a plate’s colour is none, nor a sky, a lawn or a wall of yellow', () => {
  const patch = fc.record({
    ground: fc.constantFrom(KINDS.blue.ground, KINDS.green.ground, KINDS.yellow.ground),
    left: fc.integer({ min: 0, max: WIDTH }),
    top: fc.integer({ min: 0, max: HEIGHT }),
    wide: fc.integer({ min: 1, max: WIDTH }),
    high: fc.integer({ min: 1, max: HEIGHT }),
  })
  fc.assert(
    fc.property(patch, fc.nat(), ({ ground, left, top, wide, high }, seed) => {
      const inside = (x: number, y: number) => x >= left && x < left + wide && y >= top && y < top + high
      expect(platesIn(picture(seed, (x, y) => (inside(x, y) ? ground : GREY)))).toEqual([])
    }),
    { seed: 20261129, numRuns: 30 },
  )
})

test('signs on grey, and a picture of nothing, are no plate', () => {
  const { lightAt } = drawn({ kind: 'blue', wide: 200, turned: 0, shares: [0.5, 0.5] })
  const grey = (x: number, y: number): Light => (lightAt(x, y) === KINDS.blue.sign ? [240, 240, 240] : GREY)
  expect(platesIn(picture(1, grey))).toEqual([])
  // A blue door with a light frame in its middle, and a blue board in whose shade nothing is written.
  const board = (x: number, y: number, mark: Light): Light => {
    if (x < 200 || x > 400 || y < 200 || y > 290) return GREY
    return x > 298 && x < 303 ? mark : KINDS.blue.ground
  }
  expect(platesIn(picture(2, (x, y) => board(x, y, KINDS.blue.sign)))).toEqual([])
  const faint: Light = [60, 64, 75]
  const shaded = (x: number, y: number): Light => (lightAt(x, y) === KINDS.blue.sign ? faint : lightAt(x, y))
  expect(platesIn(picture(3, shaded))).toEqual([])
  expect(platesIn({ data: new Uint8ClampedArray(0), width: 0, height: 0 })).toEqual([])
})
