import { type Dots, platesIn } from './plates.ts'

/** A picture in, where number and door plates seem to be out. */
addEventListener('message', ({ data }: MessageEvent<Dots>) => postMessage(platesIn(data)))
