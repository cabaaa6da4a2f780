import { createHash } from 'node:crypto'
import { type Refusal, refuse } from '@lianxin/contract'
import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'

export const IMAGE_MAX_BYTES = 10 * 1024 * 1024
const IMAGE_MAX_PIXELS = 50_000_000
const IMAGE_LONG_SIDE = 2048
const THUMB_LONG_SIDE = 320

/** A photo as we keep it: freshly encoded WebP, upright, in sRGB, without any metadata of the one that came. */
export interface TakenImage {
  readonly full: Uint8Array
  readonly thumb: Uint8Array
  /** Pixels of `full`. */
  readonly width: number
  readonly height: number
  /** Of `full`, as 64 hex digits. */
  readonly sha256: string
}

const FORMATS: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'jpeg'],
  ['image/png', 'png'],
  ['image/apng', 'png'],
  ['image/webp', 'webp'],
])

/** An encoder may need seconds for a legitimate photo of 50 megapixels; a crafted one could need minutes. */
const TIME_LIMIT_SECONDS = 20

/** A photo of 50 megapixels takes some 150 MB while it is open, so only so many are at once. */
const AT_ONCE = 2
let running = 0
const waiting: (() => void)[] = []

/**
 * Takes a photo that a stranger sent. What is kept is drawn anew from its pixels, so whatever else the file held —
 * place and device in EXIF, XMP, colour profile, a second file appended to it — is left behind.
 * The name and the declared type of the file play no part. Of an animation the first frame is kept.
 *
 * Refuses `file.too-large` (> 10 MiB), `file.not-an-image` (anything but JPEG, PNG, WebP), `file.kind-not-accepted`
 * (other images: HEIC, which the prebuilt libvips cannot decode for patent reasons, AVIF, GIF, TIFF …),
 * `file.too-many-pixels` (> 50 million, judged by the header before anything is unpacked) and `file.damaged`.
 */
export async function takeImage(bytes: Uint8Array): Promise<TakenImage | Refusal> {
  if (bytes.length > IMAGE_MAX_BYTES) return refuse('file.too-large')
  const kind = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const format = FORMATS.get(kind?.mime ?? '')
  if (!format) return refuse(kind?.mime.startsWith('image/') ? 'file.kind-not-accepted' : 'file.not-an-image')
  return oneOfFew(async () => {
    try {
      return await redraw(bytes, format)
    } catch (error) {
      // The decoder's own words are not for people, and may repeat what the file says of itself.
      if (error instanceof Error) return refuse('file.damaged')
      throw error
    }
  })
}

async function redraw(bytes: Uint8Array, format: string): Promise<TakenImage | Refusal> {
  // 'error' also stops at a truncated file; 'warning' would turn away photos that phones really make.
  const read = (): Sharp => sharp(bytes, { failOn: 'error', limitInputPixels: IMAGE_MAX_PIXELS, pages: 1 })
  const header = await sharp(bytes, { limitInputPixels: false }).metadata()
  if (header.format !== format) return refuse('file.not-an-image')
  if (header.width * header.height > IMAGE_MAX_PIXELS) return refuse('file.too-many-pixels')
  const { data: full, info } = await read()
    .timeout({ seconds: TIME_LIMIT_SECONDS })
    .autoOrient()
    .resize({ width: IMAGE_LONG_SIDE, height: IMAGE_LONG_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
  const thumb = await sharp(full)
    .resize({ width: THUMB_LONG_SIDE, height: THUMB_LONG_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 75 })
    .toBuffer()
  const sha256 = createHash('sha256').update(full).digest('hex')
  return { full, thumb, width: info.width, height: info.height, sha256 }
}

async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    // The place is handed on rather than freed, so that a newcomer cannot slip in before those who wait.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
