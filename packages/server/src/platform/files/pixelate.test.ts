import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pixelate } from './pixelate.ts'

const SIDE = 400
/** Fine stripes: whatever can be read of them is detail. */
const stripes = () =>
  sharp(
    Buffer.from(
      Array.from({ length: SIDE * SIDE * 3 }, (_, index) => (Math.floor(index / 3) % 8 < 4 ? 0 : 255)),
    ),
    {
      raw: { width: SIDE, height: SIDE, channels: 3 },
    },
  )
    .withExif({ IFD0: { Artist: 'someone' } })
    .png()
    .toBuffer()

async function coloursIn(image: Uint8Array, left: number, top: number, size: number): Promise<number> {
  const { data } = await sharp(image)
    .extract({ left, top, width: size, height: size })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return Math.max(...data) - Math.min(...data)
}

test('what was marked is unrecognisable in the copy, and the rest stays', async () => {
  const copy = await pixelate(await stripes(), [{ x: 0.25, y: 0.25, width: 0.25, height: 0.25 }])
  if ('refusal' in copy) throw new Error(copy.refusal)
  expect(await coloursIn(copy.full, 110, 110, 80)).toBeLessThan(60)
  expect(await coloursIn(copy.full, 250, 250, 80)).toBeGreaterThan(200)
  expect(await coloursIn(copy.thumb, 110, 110, 80)).toBeLessThan(60)
  expect((await sharp(copy.full).metadata()).exif).toBeUndefined()
})

test('rectangles at the edge, beyond it or without any size spoil nothing', async () => {
  const copy = await pixelate(await stripes(), [
    { x: 0.9, y: 0.9, width: 1, height: 1 },
    { x: 1, y: 1, width: 0.5, height: 0.5 },
    { x: 0.1, y: 0.1, width: 0, height: 0 },
  ])
  expect(copy).toMatchObject({ width: SIDE, height: SIDE })
})

test('what is no picture is refused', async () => {
  expect(await pixelate(Buffer.from('no picture'), [])).toEqual({ refusal: 'file.damaged' })
})
