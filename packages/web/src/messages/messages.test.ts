import { readdirSync, readFileSync } from 'node:fs'
import { parse } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'

type Tree = { readonly [key: string]: string | Tree }
type Part = ReturnType<typeof parse>[number]

const folder = new URL('./', import.meta.url)
const namesOf = (language: string) => readdirSync(new URL(`${language}/`, folder)).sort()

const flatten = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  )

const catalogue = (language: string, file: string) =>
  new Map(flatten(JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')) as Tree))

/**
 * Names of the variables that a reader sees, at any depth. A plural that only picks “alert” or “alerts” shows no
 * number, and Chinese has no use for it.
 */
const variables = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) => {
    if (part.type === 0 || part.type === 7) return []
    if (!('options' in part)) return [part.value]
    const branches = Object.values(part.options).flatMap(({ value }) => value)
    const seen = part.type === 5 || branches.some(({ type }) => type === 7)
    return [...(seen ? [part.value] : []), ...variables(branches)]
  })

const variablesOf = (message: string) => [...new Set(variables(parse(message, { ignoreTag: true })))].sort()

test('both languages have the same catalogues', () => {
  expect(namesOf('en')).toEqual(namesOf('zh-CN'))
})

describe.each(namesOf('zh-CN'))('%s', (file) => {
  const zh = catalogue('zh-CN', file)
  const en = catalogue('en', file)

  test('has the same sentences in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
  })

  test('leaves no sentence empty', () => {
    expect([...zh, ...en].filter(([, message]) => message.trim() === '').map(([key]) => key)).toEqual([])
  })

  test('uses the same variables in both languages', () => {
    const different = [...zh].filter(
      ([key, message]) => variablesOf(message).join() !== variablesOf(en.get(key) ?? '').join(),
    )
    expect(different.map(([key]) => key)).toEqual([])
  })

  test('leaves no Chinese sentence untranslated', () => {
    const left = [...en].filter(
      ([key, message]) => /\p{Script=Han}/u.test(message) && message === zh.get(key),
    )
    expect(left.map(([key]) => key)).toEqual([])
  })
})
