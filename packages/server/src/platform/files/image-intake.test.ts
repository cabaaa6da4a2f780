import { createHash } from 'node:crypto'
import { isRefusal } from '@lianxin/contract'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { IMAGE_MAX_BYTES, type TakenImage, takeImage } from './image-intake.ts'

const exif = {
  IFD0: { Make: 'Phone of a resident' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '41/1 49/1 48/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '123/1 24/1 36/1',
  },
}

/** Pixels that no encoder can shrink to nothing, so that cutting a file short loses some of them. */
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: 'grey',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })

/** Names of the chunks of a WebP file (RIFF): `VP8 ` holds pixels; EXIF, XMP and ICCP would be chunks of their own. */
function chunksOf(webp: Uint8Array): string[] {
  const bytes = Buffer.from(webp)
  const names: string[] = []
  for (let at = 12; at < bytes.length; ) {
    names.push(bytes.toString('latin1', at, at + 4))
    const size = bytes.readUInt32LE(at + 4)
    at += 8 + size + (size % 2)
  }
  return names
}

async function taken(bytes: Uint8Array): Promise<TakenImage> {
  const result = await takeImage(bytes)
  if (isRefusal(result)) throw new Error(`refused: ${result.refusal}`)
  return result
}

test('a phone photo comes out upright, smaller, with its thumbnail, and without a word of its metadata', async () => {
  const photo = await noise(2400, 1600)
    .withMetadata({ orientation: 6 })
    .withExifMerge(exif)
    .withIccProfile('p3')
    .jpeg()
    .toBuffer()
  const before = await sharp(photo).metadata()
  expect(before.exif?.includes('Phone of a resident')).toBe(true)
  expect(before.icc).toBeDefined()
  expect(before.orientation).toBe(6)

  const image = await taken(photo)
  expect([image.width, image.height]).toEqual([1365, 2048])
  for (const [bytes, longSide] of [
    [image.full, 2048],
    [image.thumb, 320],
  ] as const) {
    const after = await sharp(bytes).metadata()
    expect(after).toMatchObject({ format: 'webp', height: longSide, space: 'srgb' })
    for (const left of ['exif', 'icc', 'xmp', 'iptc', 'orientation'] as const)
      expect(after[left]).toBeUndefined()
    expect(chunksOf(bytes)).toEqual(['VP8 '])
    expect(Buffer.from(bytes).includes('Phone of a resident')).toBe(false)
  }
  expect(image.sha256).toBe(createHash('sha256').update(image.full).digest('hex'))
})

test('orientation is applied to the pixels: what the phone showed on top is on top', async () => {
  // Left half red, right half blue, to be turned a quarter clockwise: red ends on top.
  const red = await sharp({ create: { width: 50, height: 100, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const sideways = await sharp({ create: { width: 100, height: 100, channels: 3, background: 'blue' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const { data, info } = await sharp((await taken(sideways)).full)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixel = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * info.channels).subarray(0, 3),
  ]
  expect(pixel(50, 10)[0]).toBeGreaterThan(200)
  expect(pixel(50, 10)[2]).toBeLessThan(60)
  expect(pixel(50, 90)[2]).toBeGreaterThan(200)
})

test.each([
  ['jpeg', noise(100, 60).jpeg()],
  ['png', noise(100, 60).png()],
  ['webp', noise(100, 60).webp()],
  ['a 16-bit png', noise(100, 60).toColourspace('rgb16').png()],
  ['a jpeg for print (CMYK)', noise(100, 60).toColourspace('cmyk').jpeg()],
  ['a black and white jpeg', noise(100, 60).toColourspace('b-w').jpeg()],
  ['a transparent png', noise(100, 60).ensureAlpha(0.5).png()],
])('%s is taken and not enlarged', async (_, picture) => {
  expect(await taken(await picture.toBuffer())).toMatchObject({ width: 100, height: 60 })
})

test('of an animation the first frame is kept', async () => {
  const frame = (background: string) => ({
    create: { width: 40, height: 40, channels: 3 as const, background },
  })
  const frames = await Promise.all(['red', 'blue'].map((colour) => sharp(frame(colour)).png().toBuffer()))
  const moving = await sharp(frames, { join: { animated: true } })
    .webp({ loop: 0 })
    .toBuffer()
  expect((await sharp(moving).metadata()).pages).toBe(2)
  const image = await taken(moving)
  expect((await sharp(image.full).metadata()).pages ?? 1).toBe(1)
  expect((await sharp(image.full).stats()).dominant.r).toBeGreaterThan(200)
})

describe('what is not a photo is refused', () => {
  const text = (words: string) => Buffer.from(words)
  test.each([
    ['nothing', new Uint8Array(0), 'file.not-an-image'],
    ['a web page', text('<!doctype html><script>alert(1)</script>'), 'file.not-an-image'],
    [
      'a drawing with a script',
      text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'file.not-an-image',
    ],
    [
      'the same with its prologue',
      text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
      'file.not-an-image',
    ],
    ['a document', text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), 'file.not-an-image'],
    ['a program', text('MZ\x90\0\x03\0\0\0'), 'file.not-an-image'],
    ['an archive', text('PK\x03\x04\x14\0\0\0\0\0'), 'file.not-an-image'],
    ['an iPhone photo', text('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'file.kind-not-accepted'],
    ['only the first bytes of a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'file.damaged'],
    [
      'a web page behind the first bytes of a PNG',
      text('\x89PNG\r\n\x1a\n<html><script/>'),
      'file.not-an-image',
    ],
  ])('%s', async (_, bytes, refusal) => {
    expect(await takeImage(bytes)).toEqual({ refusal })
  })

  test('a GIF or a TIFF is called an image, but not one that we take', async () => {
    const picture = noise(20, 20)
    for (const bytes of [await picture.clone().gif().toBuffer(), await picture.clone().tiff().toBuffer()]) {
      expect(await takeImage(bytes)).toEqual({ refusal: 'file.kind-not-accepted' })
    }
  })
})

test('a page or an archive hidden in or behind a photo does not come out again', async () => {
  const script = '<script>alert(document.cookie)</script>'
  const photo = await noise(100, 60)
    .withExif({ IFD0: { ImageDescription: script } })
    .jpeg()
    .toBuffer()
  const image = await taken(Buffer.concat([photo, Buffer.from(`${script}PK\x03\x04`)]))
  for (const bytes of [image.full, image.thumb]) {
    expect(Buffer.from(bytes).includes('<script')).toBe(false)
    expect(Buffer.from(bytes).includes('PK\x03\x04')).toBe(false)
  }
})

test.each(['jpeg', 'png', 'webp'] as const)(
  'a %s that was cut short on its way is damaged',
  async (format) => {
    const whole = await noise(400, 300).toFormat(format).toBuffer()
    for (const share of [0.1, 0.5, 0.95]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share))
      expect(await takeImage(cut)).toEqual({ refusal: 'file.damaged' })
    }
  },
)

test('more than 10 MB are refused without a look inside', async () => {
  expect(await takeImage(new Uint8Array(IMAGE_MAX_BYTES + 1))).toEqual({ refusal: 'file.too-large' })
})

test('a small file that would unpack to a huge picture is refused by its header, at once', async () => {
  const bomb = await sharp({ create: { width: 16_000, height: 12_000, channels: 3, background: 'white' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
  expect(bomb.length).toBeLessThan(2_000_000)
  const start = performance.now()
  expect(await takeImage(bomb)).toEqual({ refusal: 'file.too-many-pixels' })
  expect(performance.now() - start).toBeLessThan(1000)

  // A header may claim anything: 2³¹−1 by 2³¹−1 pixels in 33 bytes and a few more.
  const claimed = Buffer.from(await noise(10, 10).png().toBuffer())
  claimed.writeUInt32BE(0x7fffffff, 16)
  claimed.writeUInt32BE(0x7fffffff, 20)
  expect(isRefusal(await takeImage(claimed))).toBe(true)
})

test('a photo of fifty megapixels is still taken', async () => {
  const large = await sharp({ create: { width: 8000, height: 6250, channels: 3, background: 'olive' } })
    .jpeg()
    .toBuffer()
  expect(await taken(large)).toMatchObject({ width: 2048, height: 1600 })
})

test('no bytes make it throw: noise, and photos with bytes changed anywhere', async () => {
  const photos = await Promise.all(
    (['jpeg', 'png', 'webp'] as const).map((format) =>
      noise(64, 48).withExif(exif).toFormat(format).toBuffer(),
    ),
  )
  const changed = fc
    .record({
      photo: fc.constantFrom(...photos),
      changes: fc.array(fc.tuple(fc.nat(20_000), fc.nat(255)), { minLength: 1, maxLength: 12 }),
    })
    .map(({ photo, changes }) => {
      const bytes = Uint8Array.from(photo)
      for (const [at, value] of changes) bytes[at % bytes.length] = value
      return bytes
    })
  await fc.assert(
    fc.asyncProperty(fc.oneof(changed, fc.uint8Array({ maxLength: 2000 })), async (bytes) => {
      const result = await takeImage(bytes)
      if (isRefusal(result)) expect(result.refusal).toMatch(/^file\./)
      else expect(Buffer.from(result.full).includes('Phone of a resident')).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('many at once all get their answer, the refused ones too', async () => {
  const photo = await noise(800, 600).jpeg().toBuffer()
  const results = await Promise.all(
    Array.from({ length: 12 }, (_, n) => takeImage(n % 3 === 0 ? photo.subarray(0, 5000) : photo)),
  )
  expect(results.filter(isRefusal).length).toBe(4)
  expect(isRefusal(await takeImage(photo))).toBe(false)
})
