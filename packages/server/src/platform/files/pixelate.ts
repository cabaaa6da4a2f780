import { createHash } from 'node:crypto'
import { type Masked, type Refusal, refuse } from '@lianxin/contract'
import sharp, { type OverlayOptions, type Sharp } from 'sharp'
import type { TakenImage } from './image-intake.ts'

const LONG_SIDE = 1600
const THUMB_LONG_SIDE = 480
/** Squares along the longer side of a rectangle: too few for a face or a plate of seven characters, enough to see where one was. */
const SQUARES = 4

/**
 * A copy of one of our photos with rectangles made unrecognisable: each becomes a few squares of one colour, so that
 * nothing of what lay beneath is in the new file. Smaller than the original, and drawn anew without metadata.
 */
export async function pixelate(photo: Uint8Array, masks: readonly Masked[]): Promise<TakenImage | Refusal> {
  try {
    const { data, info } = await sharp(photo, { failOn: 'error' })
      .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    const raw = { raw: { width, height, channels } }
    const layers: OverlayOptions[] = []
    for (const mask of masks) {
      const box = boxOf(mask, width, height)
      if (box)
        layers.push({
          input: await squares(sharp(data, raw).extract(box), box),
          left: box.left,
          top: box.top,
        })
    }
    const full = await sharp(data, raw)
      .composite(layers)
      .toColourspace('srgb')
      .webp({ quality: 80 })
      .toBuffer()
    const thumb = await sharp(full)
      .resize({ width: THUMB_LONG_SIDE, height: THUMB_LONG_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 72 })
      .toBuffer()
    return { full, thumb, width, height, sha256: createHash('sha256').update(full).digest('hex') }
  } catch (error) {
    if (error instanceof Error) return refuse('file.damaged')
    throw error
  }
}

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** The rectangle in whole pixels, outwards; undefined when nothing of it lies in the picture. */
function boxOf(mask: Masked, width: number, height: number): Box | undefined {
  const left = Math.floor(mask.x * width)
  const top = Math.floor(mask.y * height)
  const right = Math.min(width, Math.ceil((mask.x + mask.width) * width))
  const bottom = Math.min(height, Math.ceil((mask.y + mask.height) * height))
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : undefined
}

async function squares(part: Sharp, { width, height }: Box): Promise<Buffer> {
  const side = Math.max(width, height) / SQUARES
  const few = await part
    .resize(Math.max(1, Math.round(width / side)), Math.max(1, Math.round(height / side)), {
      fit: 'fill',
      kernel: 'linear',
    })
    .png()
    .toBuffer()
  return sharp(few).resize(width, height, { fit: 'fill', kernel: 'nearest' }).png().toBuffer()
}
