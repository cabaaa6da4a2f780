import { expect, test } from 'vitest'
import { readTextFile } from './read-text-file.ts'

test.each([
  ['UTF-8', new TextEncoder().encode('编号,名称')],
  ['UTF-8 with a mark', new TextEncoder().encode('\ufeff编号,名称')],
  [
    'UTF-16, as “Unicode text”',
    new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from('编号,名称', (c) => c.charCodeAt(0)).buffer),
    ]),
  ],
  ['GB 18030', new Uint8Array([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6])],
])('a file in %s is read as what its writer saw', async (_encoding, bytes) => {
  expect(await readTextFile(new Blob([bytes]))).toBe('编号,名称')
})
