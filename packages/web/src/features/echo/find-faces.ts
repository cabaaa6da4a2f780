import type { Masked } from '@lianxin/contract/echo/echo-desk-routes'
import { facesIn, fromLook, LOOKS, type Seen } from './looks.ts'

/** Longest side of what the detector is given; it makes 256 dots of it. */
const SIDE = 512

/**
 * Where faces seem to be, in shares of the picture; told anew after each look at it. Looked for on this device, in a thread
 * of its own: the picture goes nowhere. It finds some, never all: whoever publishes looks. @throws Error where the device cannot
 */
export async function findFaces(
  picture: HTMLImageElement,
  tell: (faces: readonly Masked[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const worker = new Worker(new URL('./face-worker.ts', import.meta.url), { type: 'module' })
  signal.addEventListener('abort', () => worker.terminate())
  try {
    const seen: Seen[] = []
    for (const look of LOOKS) {
      const found = await ask(worker, dotsOf(picture, look), signal)
      seen.push(...found.map((one) => fromLook(look, one)))
      tell(facesIn(seen))
    }
  } finally {
    worker.terminate()
  }
}

const ask = (worker: Worker, dots: ImageData, signal: AbortSignal): Promise<readonly Seen[]> =>
  new Promise((resolve, reject) => {
    const fail = () => reject(new Error('this device cannot look for faces'))
    signal.addEventListener('abort', fail, { once: true })
    worker.onerror = fail
    worker.onmessage = ({ data }: MessageEvent<readonly Seen[] | null>) => (data ? resolve(data) : fail())
    worker.postMessage(dots, [dots.data.buffer])
  })

function dotsOf(picture: HTMLImageElement, look: Masked): ImageData {
  const [width, height] = [picture.naturalWidth * look.width, picture.naturalHeight * look.height]
  const scale = Math.min(1, SIDE / Math.max(width, height))
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
