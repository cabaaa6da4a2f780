import { Human } from '@vladmandic/human'
import type { Seen } from './looks.ts'

/** Everything that the library could tell of a person is off: where a face is, and nothing about it. */
const NOTHING = { enabled: false }
const human = new Human({
  // The same everywhere: no graphics card, no WebAssembly that the content policy would have to allow.
  backend: 'cpu',
  modelBasePath: new URL('/models/', location.origin).href,
  warmup: 'none',
  ...{
    filter: NOTHING,
    gesture: NOTHING,
    body: NOTHING,
    hand: NOTHING,
    object: NOTHING,
    segmentation: NOTHING,
  },
  face: {
    enabled: true,
    detector: {
      modelPath: 'blazeface.json',
      rotation: false,
      maxDetected: 50,
      minConfidence: 0.3,
      skipFrames: 0,
    },
    ...{
      mesh: NOTHING,
      iris: NOTHING,
      description: NOTHING,
      emotion: NOTHING,
      antispoof: NOTHING,
      liveness: NOTHING,
    },
  },
})

/** One look in, what was seen in it out, in shares of the look; a message of `null` says that nothing can be told. */
addEventListener('message', async ({ data }: MessageEvent<ImageData>) => {
  try {
    const { face, error } = await human.detect(data)
    if (error) throw new Error(error)
    const seen = face.map(
      ({ score, boxRaw: [x, y, width, height] }): Seen => ({ score, box: { x, y, width, height } }),
    )
    postMessage(seen)
  } catch {
    postMessage(null)
  }
})
