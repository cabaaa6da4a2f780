import { findPersonal } from '@lianxin/contract'
import { expect, it } from 'vitest'
import { demoDistrict } from '../src/index.ts'
import { PROGRESS, RESULTS, residentWords } from '../src/play/words.ts'
import { createRandom } from '../src/random.ts'

const { catalogue, matters, findings, solved, places } = demoDistrict()

const written = [
  ...matters.flatMap(({ words, answer }) => [words, answer]),
  ...solved.flatMap(({ words, answer }) => [words, answer]),
  ...findings.flatMap(({ words, done }) => [words, done]),
  ...catalogue.flatMap((item) => {
    const random = createRandom(1).fork(item.code)
    return Array.from({ length: 20 }, () => residentWords(item, random))
  }),
  ...PROGRESS,
  ...RESULTS,
]
const things = catalogue.flatMap(({ name, plain, keywords }) => [name, plain, ...keywords])
const inSentences = (words: string) => [
  words,
  `居民${words}，请处理。`,
  `我是5号楼的，${words}，家门口也是。`,
  `楼上${words}家里也不管。`,
]

it('finds nobody named in what the residents and offices of the demonstration wrote', () => {
  expect(written.length).toBeGreaterThan(1000)
  expect(named(written)).toEqual([])
})

it('takes nothing that the catalogue knows for a name, wherever it stands in a sentence', () => {
  expect(named(things.flatMap(inSentences))).toEqual([])
})

it('takes no subdistrict and no community of the district for a name', () => {
  const quarters = places.map(({ name }) => name).filter((name) => /(?:街道|社区)$/.test(name))
  expect(
    named(quarters.flatMap((name) => [`居民${name}反映`, `我是${name}的，`, `我是${name}的居民。`])),
  ).toEqual([])
})

/** The texts in which a name was found, with it. */
function named(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) =>
    findPersonal(text)
      .filter(({ kind }) => kind === 'name')
      .map((found) => `${found.text} in ${text}`),
  )
}
