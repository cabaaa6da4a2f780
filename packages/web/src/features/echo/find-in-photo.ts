import type { Masked } from '@lianxin/contract/echo/echo-desk-routes'
import { facesIn, fromLook, LOOKS, type Seen, WHOLE } from './looks.ts'

/** Longest side, in dots, of what is looked at for faces (the detector makes 256 of it) and for plates. */
const SIDE = { face: 512, plate: 1280 }

/** A place of a picture that may have to be covered. */
export type Found = { readonly what: 'face' | 'plate'; readonly box: Masked }

/**
 * Where faces and plates seem to be, in shares of the picture; told anew after each look at it. Looked for on this device, in
 * threads of their own: the picture goes nowhere. It finds some, never all: whoever publishes looks.
 * @throws Error where the device cannot
 */
export async function findInPhoto(
  picture: HTMLImageElement,
  tell: (found: readonly Found[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const found: Record<Found['what'], readonly Masked[]> = { face: [], plate: [] }
  const note = (what: Found['what']) => (boxes: readonly Masked[]) => {
    found[what] = boxes
    tell((['face', 'plate'] as const).flatMap((one) => found[one].map((box) => ({ what: one, box }))))
  }
  const both = await Promise.allSettled([
    findPlates(picture, note('plate'), signal),
    findFaces(picture, note('face'), signal),
  ])
  for (const one of both) if (one.status === 'rejected') throw one.reason
}

async function findPlates(
  picture: HTMLImageElement,
  tell: (plates: readonly Masked[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const worker = new Worker(new URL('./plate-worker.ts', import.meta.url), { type: 'module' })
  await whileNeeded(worker, signal, async () =>
    tell(await ask<readonly Masked[]>(worker, dotsOf(picture, WHOLE, SIDE.plate), signal)),
  )
}

async function findFaces(
  picture: HTMLImageElement,
  tell: (faces: readonly Masked[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const worker = new Worker(new URL('./face-worker.ts', import.meta.url), { type: 'module' })
  await whileNeeded(worker, signal, async () => {
    const seen: Seen[] = []
    for (const look of LOOKS) {
      const faces = await ask<readonly Seen[]>(worker, dotsOf(picture, look, SIDE.face), signal)
      seen.push(...faces.map((one) => fromLook(look, one)))
      tell(facesIn(seen))
    }
  })
}

async function whileNeeded(worker: Worker, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  signal.addEventListener('abort', () => worker.terminate())
  try {
    await work()
  } finally {
    worker.terminate()
  }
}

const ask = <A>(worker: Worker, dots: ImageData, signal: AbortSignal): Promise<A> =>
  new Promise((resolve, reject) => {
    const fail = () => reject(new Error('this device cannot look at the picture'))
    signal.addEventListener('abort', fail, { once: true })
    worker.onerror = fail
    worker.onmessage = ({ data }: MessageEvent<A | null>) => (data ? resolve(data) : fail())
    worker.postMessage(dots, [dots.data.buffer])
  })

function dotsOf(picture: HTMLImageElement, look: Masked, side: number): ImageData {
  const [width, height] = [picture.naturalWidth * look.width, picture.naturalHeight * look.height]
  const scale = Math.min(1, side / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('this device cannot draw')
  context.drawImage(
    picture,
    picture.naturalWidth * look.x,
    picture.naturalHeight * look.y,
    width,
    height,
    0,
    0,
    canvas.width,
    canvas.height,
  )
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
