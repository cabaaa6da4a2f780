import type { Masked } from '@lianxin/contract/echo/echo-desk-routes'

/** A rectangle in the middle, for those who draw with the keyboard. */
export const NEW_MASK: Masked = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }
const STEP = 0.02
const LEAST = 0.01

const within = (share: number) => Math.min(1, Math.max(0, share))

/** The rectangle between two corners, kept inside the picture. Shares of its width and height. */
export function boxBetween(
  one: { readonly x: number; readonly y: number },
  other: { readonly x: number; readonly y: number },
): Masked {
  const [left, right] = [within(Math.min(one.x, other.x)), within(Math.max(one.x, other.x))]
  const [top, bottom] = [within(Math.min(one.y, other.y)), within(Math.max(one.y, other.y))]
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** A press without a drag draws nothing. */
export const isWorthMasking = ({ width, height }: Masked): boolean => width >= LEAST && height >= LEAST

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** The rectangle after a key; null when the key removes it, undefined when it does nothing. */
export function nudged<M extends Masked>(
  mask: M | undefined,
  key: string,
  sizes: boolean,
): M | null | undefined {
  if (key === 'Delete' || key === 'Backspace') return null
  const step = ARROWS[key]
  if (!mask || !step) return undefined
  const [dx, dy] = step
  if (sizes)
    return {
      ...mask,
      width: Math.min(1 - mask.x, Math.max(LEAST, mask.width + dx)),
      height: Math.min(1 - mask.y, Math.max(LEAST, mask.height + dy)),
    }
  return {
    ...mask,
    x: Math.min(1 - mask.width, within(mask.x + dx)),
    y: Math.min(1 - mask.height, within(mask.y + dy)),
  }
}
