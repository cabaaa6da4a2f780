import type { Masked } from '@lianxin/contract/echo/echo-desk-routes'
import { boxBetween } from './masks.ts'

/** How sure somebody is that there is a face in a rectangle, 0 to 1. */
export type Seen = { readonly box: Masked; readonly score: number }

export const WHOLE: Masked = { x: 0, y: 0, width: 1, height: 1 }
const PART = 0.6
/** Rectangles that share this much of the smaller one are the same place, seen in two looks. */
const SAME = 0.5

/** The whole picture, and its four overlapping corners: a face of a group is a few dots of the whole. */
export const LOOKS: readonly Masked[] = [
  WHOLE,
  ...[0, 1 - PART].flatMap((y) => [0, 1 - PART].map((x) => ({ x, y, width: PART, height: PART }))),
]

/** What was seen in a part of the picture, in shares of the whole. */
export const fromLook = (look: Masked, { box, score }: Seen): Seen => ({
  score,
  box: {
    x: look.x + box.x * look.width,
    y: look.y + box.y * look.height,
    width: box.width * look.width,
    height: box.height * look.height,
  },
})

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.max(0, Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom))

export function isSamePlace(one: Masked, other: Masked): boolean {
  const both =
    overlap(one.x, one.width, other.x, other.width) * overlap(one.y, one.height, other.y, other.height)
  return both > SAME * Math.min(one.width * one.height, other.width * other.height)
}

/** Each face once, as the surest look saw it, inside the picture, from left to right. */
export function facesIn(seen: readonly Seen[]): readonly Masked[] {
  const kept: Masked[] = []
  for (const { box } of [...seen].sort((one, other) => other.score - one.score))
    if (!kept.some((face) => isSamePlace(face, box))) kept.push(box)
  return kept.map(inside).sort((one, other) => one.x - other.x)
}

const inside = ({ x, y, width, height }: Masked): Masked =>
  boxBetween({ x, y }, { x: x + width, y: y + height })
