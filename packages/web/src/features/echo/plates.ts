import type { Masked } from '@lianxin/contract/echo/echo-desk-routes'
import { boxBetween } from './masks.ts'

/** Dots of a picture, four bytes each: red, green, blue, opacity. */
export type Dots = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }

type Colour = {
  /** Hue in degrees, from and to; saturation and brightness (HSV) from 0 to 1. */
  readonly hue: readonly [number, number]
  readonly saturation: number
  readonly value: number
}
/** Grounds of number plates (GA 36-2018: blue, green for new energy, yellow) and of most door plates (blue, green). */
const GROUNDS: readonly Colour[] = [
  { hue: [195, 250], saturation: 0.45, value: 0.22 },
  { hue: [85, 175], saturation: 0.22, value: 0.3 },
  { hue: [33, 62], saturation: 0.55, value: 0.4 },
]

/** Smaller ones cannot be read either. Dots. */
const LEAST = { width: 24, height: 9 }
/** A sky or a wall of that colour, and the sign over a shop, are wider than this share of the picture. */
const WIDEST = 0.7
/** Width by height: a door plate is nearly square, a number plate is 3.1, less when seen from the side. */
const SHAPE = { least: 1.15, most: 6 }
/** Share of the rectangle that the plate fills; a tilted one leaves corners. */
const FILLED = 0.5
/** A row across five to seven signs goes from ground to sign and back at least this often. */
const CHANGES = 5
/** Signs are lighter or darker than the ground by this much, of 255. */
const CONTRAST = 45
/** A sign is at most this many dots for each dot of the picture's width. */
const BRIDGED = 1 / 110

/** Where number and door plates seem to be: patches of a plate's colour and shape that signs are written on. */
export function platesIn(dots: Dots): readonly Masked[] {
  return GROUNDS.flatMap((ground) => {
    const own = dotsOfColour(dots, ground)
    const closed = bridged(own, dots)
    return patches(closed, dots).filter((patch) => isPlate(patch, own, dots))
  }).map(({ left, top, right, bottom }) =>
    boxBetween(
      { x: (left - 1) / dots.width, y: (top - 1) / dots.height },
      { x: (right + 2) / dots.width, y: (bottom + 2) / dots.height },
    ),
  )
}

function dotsOfColour({ data, width, height }: Dots, { hue, saturation, value }: Colour): Uint8Array {
  const own = new Uint8Array(width * height)
  for (let at = 0; at < own.length; at += 1) {
    const [r, g, b] = [data[at * 4] ?? 0, data[at * 4 + 1] ?? 0, data[at * 4 + 2] ?? 0]
    const most = Math.max(r, g, b)
    const range = most - Math.min(r, g, b)
    if (most < value * 255 || range < saturation * most) continue
    const turn = most === r ? (g - b) / range : most === g ? 2 + (b - r) / range : 4 + (r - g) / range
    const degrees = (turn * 60 + 360) % 360
    if (degrees >= hue[0] && degrees <= hue[1]) own[at] = 1
  }
  return own
}

/** Closes the gaps that signs leave in their ground, along rows and then along columns. */
function bridged(own: Uint8Array, { width, height }: Dots): Uint8Array {
  const closed = own.slice()
  const gap = Math.max(3, Math.round(width * BRIDGED))
  closeLines(closed, { lines: height, length: width, line: width, step: 1 }, gap)
  closeLines(closed, { lines: width, length: height, line: 1, step: width }, gap)
  return closed
}

function closeLines(
  dots: Uint8Array,
  { lines, length, line, step }: { lines: number; length: number; line: number; step: number },
  gap: number,
): void {
  for (let index = 0; index < lines; index += 1) {
    let last = -1
    for (let at = 0; at < length; at += 1) {
      if (!dots[index * line + at * step]) continue
      if (last >= 0 && at - last > 1 && at - last <= gap + 1)
        for (let between = last + 1; between < at; between += 1) dots[index * line + between * step] = 1
      last = at
    }
  }
}

type Patch = { left: number; top: number; right: number; bottom: number; dots: number }

/** Patches of dots that touch each other. */
function patches(closed: Uint8Array, { width, height }: Dots): readonly Patch[] {
  const seen = new Uint8Array(closed.length)
  const waiting: number[] = []
  const found: Patch[] = []
  const reach = (at: number) => {
    if (!closed[at] || seen[at]) return
    seen[at] = 1
    waiting.push(at)
  }
  for (let start = 0; start < closed.length; start += 1) {
    reach(start)
    if (waiting.length === 0) continue
    const patch: Patch = { left: width, top: height, right: 0, bottom: 0, dots: 0 }
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const [x, y] = [at % width, Math.floor(at / width)]
      patch.left = Math.min(patch.left, x)
      patch.right = Math.max(patch.right, x)
      patch.top = Math.min(patch.top, y)
      patch.bottom = Math.max(patch.bottom, y)
      patch.dots += 1
      if (x > 0) reach(at - 1)
      if (x < width - 1) reach(at + 1)
      if (y > 0) reach(at - width)
      if (y < height - 1) reach(at + width)
    }
    found.push(patch)
  }
  return found
}

function isPlate(patch: Patch, own: Uint8Array, dots: Dots): boolean {
  const [width, height] = [patch.right - patch.left + 1, patch.bottom - patch.top + 1]
  const shape = width / height
  return (
    width >= LEAST.width &&
    height >= LEAST.height &&
    width <= dots.width * WIDEST &&
    shape >= SHAPE.least &&
    shape <= SHAPE.most &&
    patch.dots >= FILLED * width * height &&
    isWrittenOn(patch, own, dots)
  )
}

/** Whether the middle rows change between ground and something lighter or darker as often as a line of signs makes them. */
function isWrittenOn({ left, right, top, bottom }: Patch, own: Uint8Array, { data, width }: Dots): boolean {
  const rows: number[] = []
  const light = { ground: 0, sign: 0 }
  const count = { ground: 0, sign: 0 }
  const height = bottom - top + 1
  for (let y = Math.round(top + height * 0.3); y <= bottom - height * 0.3; y += 1) {
    let changes = 0
    for (let x = left; x <= right; x += 1) {
      const at = y * width + x
      const what = own[at] ? 'ground' : 'sign'
      light[what] +=
        0.3 * (data[at * 4] ?? 0) + 0.59 * (data[at * 4 + 1] ?? 0) + 0.11 * (data[at * 4 + 2] ?? 0)
      count[what] += 1
      if (x > left && own[at] !== own[at - 1]) changes += 1
    }
    rows.push(changes)
  }
  const middle = rows.toSorted((one, other) => one - other)[Math.floor(rows.length / 2)] ?? 0
  if (count.ground === 0 || count.sign === 0) return false
  return middle >= CHANGES && Math.abs(light.ground / count.ground - light.sign / count.sign) >= CONTRAST
}
