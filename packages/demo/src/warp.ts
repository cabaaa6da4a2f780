import type { Point } from './geometry/plane.ts'
import type { Random } from './random.ts'

interface Wave {
  readonly kx: number
  readonly ky: number
  readonly phase: number
  readonly amplitude: number
  readonly angle: number
}

/**
 * A gentle displacement of the plane: long waves bend straight cuts as railways and rivers bend streets. The slope of
 * the waves stays far below 1, so nothing folds over.
 */
export function createWarp(random: Random): (p: Point) => Point {
  const wave = (lengthM: number, amplitude: number): Wave => {
    const direction = random.between(0, 2 * Math.PI)
    const k = (2 * Math.PI) / (lengthM * random.between(0.8, 1.25))
    return {
      kx: k * Math.cos(direction),
      ky: k * Math.sin(direction),
      phase: random.between(0, 2 * Math.PI),
      amplitude,
      angle: random.between(0, 2 * Math.PI),
    }
  }
  const waves = [wave(6500, 150), wave(5200, 120), wave(3400, 55), wave(2300, 28)]
  return (p) =>
    waves.reduce(
      (moved, w) => {
        const push = w.amplitude * Math.sin(w.kx * p.x + w.ky * p.y + w.phase)
        return { x: moved.x + push * Math.cos(w.angle), y: moved.y + push * Math.sin(w.angle) }
      },
      { x: p.x, y: p.y },
    )
}
