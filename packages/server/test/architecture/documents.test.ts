import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { KINDS } from '@lianxin/contract'
import { describe, expect, it } from 'vitest'
import {
  boldOf,
  brokenLinks,
  codeOf,
  occurs,
  pathExists,
  projectDocuments,
  sectionOf,
  stringsIn,
  tableRows,
  textOf,
  unknownCommands,
  unknownPaths,
} from './documents.ts'
import { isTest, projectTree } from './source-tree.ts'

const pages = projectDocuments()
const page = (path: string) => pages.get(path) ?? ''
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
const bad = (text: string) => new Map([['docs/a.md', text]])

describe('the pages that people read', () => {
  it('link only to what is there', () => {
    expect(brokenLinks(pages, pathExists)).toEqual([])
    expect(
      brokenLinks(bad('[x](b.md) [y](../README.md#nowhere) [z](https://example.com)'), () => true),
    ).toEqual([])
    expect(brokenLinks(bad('[x](b.md)'), () => false)).toHaveLength(1)
    expect(brokenLinks(bad('# One thing\n[x](#one-thing) [y](#another)'), () => true)).toHaveLength(1)
  })

  it('name only commands that package.json has', () => {
    expect(unknownCommands(pages, Object.keys(scripts))).toEqual([])
    expect(unknownCommands(bad('`npm run gone` and npm test'), ['test'])).toEqual([
      'docs/a.md names npm run gone',
    ])
  })

  it('name only files that are there', () => {
    expect(unknownPaths(pages, pathExists)).toEqual([])
    expect(unknownPaths(bad('`packages/gone.ts`, `docs/<kind>.md`'), () => false)).toHaveLength(1)
  })

  it('draw the architecture on 150 lines at most', () => {
    expect(page('ARCHITECTURE.md').split('\n').length).toBeLessThanOrEqual(150)
  })

  it('list every decision, each dated and with what was rejected', () => {
    const decisions = [...pages.keys()].filter((path) => /^docs\/adr\/\d{4}-/.test(path))
    expect(decisions.length).toBeGreaterThan(0)
    for (const path of decisions) {
      expect(page('docs/adr/README.md')).toContain(`(${path.slice('docs/adr/'.length)})`)
      expect(page(path)).toMatch(/^# \d{4} .+\n\n\d{4}-\d{2}-\d{2} · /)
      expect(page(path)).toContain('\n## Rejected\n')
      expect(page(path).split('\n').length).toBeLessThanOrEqual(45)
    }
  })
})

const languages = [
  { file: 'README.md', locale: 'en', of: 'en', walk: 'Walk one matter', settings: 'Settings' },
  { file: 'README.zh-CN.md', locale: 'zh-CN', of: 'zh', walk: '走一遍', settings: '设置' },
] as const

describe.each(languages)('$file', ({ file, locale, of, walk, settings }) => {
  const journey = sectionOf(page(file), walk)
  const folder = `packages/web/src/messages/${locale}`
  const catalogues = readdirSync(join(import.meta.dirname, '../../../..', folder)).flatMap((name) =>
    stringsIn(JSON.parse(textOf(`${folder}/${name}`))),
  )
  const moves = KINDS.flatMap((kind) => Object.values(kind.moves).map((move) => move.name[of]))
  const onScreen = new Set(
    [...catalogues, ...moves].flatMap((words) =>
      words.includes('{move}') ? moves.map((move) => words.replace('{move}', move)) : [words],
    ),
  )

  it('writes in bold only what stands on the screen', () => {
    expect(boldOf(journey).length).toBeGreaterThan(15)
    expect(boldOf(journey).filter((words) => !onScreen.has(words))).toEqual([])
  })

  it('signs in with accounts that the demonstration prints', () => {
    const accounts = codeOf(journey, /^(?:[a-z]+\.(?:[a-z]+)(?:\.\d+)?|auditor)$/)
    expect(accounts.length).toBeGreaterThan(4)
    const known = textOf('packages/demo/src/accounts.ts')
    expect(accounts.filter((account) => !known.includes(`'${account}'`))).toEqual([])
  })

  it('opens screens that exist', () => {
    const screens = codeOf(journey, /^\/(?!api\/)[a-z/-]*$/)
    expect(screens.length).toBeGreaterThan(4)
    const known = textOf('packages/web/src/app/route-list.ts')
    expect(screens.filter((screen) => !known.includes(`'${screen}'`))).toEqual([])
  })

  it('lists every setting and no other', () => {
    const listed = tableRows(sectionOf(page(file), settings), 3).flatMap(([name = '']) =>
      codeOf(name, /^[A-Z_]+$/),
    )
    const known = [...textOf('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name)
    expect([...listed].sort()).toEqual([...known].sort())
  })
})

describe('the glossary', () => {
  const tree = [...projectTree()].filter(([path]) => !isTest(path))
  const code = tree.flatMap(([path, text]) => (/\.tsx?$/.test(path) ? [text] : [])).join('\n')
  const sql = tree.flatMap(([path, text]) => (path.endsWith('.sql') ? [text] : [])).join('\n')
  const rows = tableRows(page('docs/glossary.md'), 5).filter(([zh]) => zh !== '中文')
  const wordsIn = (cell = '') => codeOf(cell, /./)

  it('has no word that the code does not have', () => {
    expect(rows.length).toBeGreaterThan(80)
    expect(rows.flatMap((row) => wordsIn(row[2])).filter((word) => !occurs(word, code))).toEqual([])
    expect(occurs('due', 'dueAt')).toBe(false)
  })

  it('has no word that the tables do not have', () => {
    expect(rows.flatMap((row) => wordsIn(row[3])).filter((word) => !occurs(word, sql))).toEqual([])
  })

  it('has one row for each thing', () => {
    const chinese = rows.map(([zh]) => zh)
    expect(chinese.filter((zh, index) => chinese.indexOf(zh) !== index)).toEqual([])
  })
})
