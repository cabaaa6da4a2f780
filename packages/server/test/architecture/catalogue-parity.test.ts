import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const messages = join(import.meta.dirname, '../../../web/src/messages')

type Words = { readonly [key: string]: string | Words }

const keysOf = (words: Words, path = ''): readonly string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  )

const catalogue = (language: string): readonly string[] =>
  readdirSync(join(messages, language))
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const words: Words = JSON.parse(readFileSync(join(messages, language, file), 'utf8'))
      return keysOf(words, `${file}:`)
    })
    .sort()

it('both languages say the same things', () => {
  const [chinese, english] = [catalogue('zh-CN'), catalogue('en')]
  expect(chinese.length).toBeGreaterThan(0)
  expect(english).toEqual(chinese)
})
