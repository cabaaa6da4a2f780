import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { currentKind, ERRORS, PERMISSION_NAMES } from '../../packages/contract/src/index.ts'
import { projectRoot } from '../project-root.ts'
import { generatedPages } from './generated-pages.ts'
import { kindPage } from './kind-page.ts'
import { table } from './markdown.ts'

const pages = generatedPages()

it.each([...pages])('%s is committed as the contract has it', (path, text) => {
  const target = join(projectRoot, path)
  expect(existsSync(target) ? readFileSync(target, 'utf8') : 'missing').toBe(text)
})

it('no page is left of a kind that is gone', () => {
  const left = readdirSync(join(projectRoot, 'docs/kinds')).map((file) => `docs/kinds/${file}`)
  expect(left.filter((path) => !pages.has(path))).toEqual([])
})

it('a page draws every state, every move and every clock of its kind', () => {
  const kind = currentKind('request')
  const page = kindPage(kind)
  const drawing = /```mermaid\n(.*?)```/s.exec(page)?.[1] ?? ''
  for (const state of Object.keys(kind.states)) expect(drawing).toContain(`  ${state}: `)
  for (const [name, { from, outcomes }] of Object.entries(kind.moves)) {
    expect(page).toContain(`| \`${name}\` |`)
    for (const state of from)
      for (const { to } of outcomes.filter((outcome) => outcome.to !== state))
        expect(drawing).toContain(`  ${state} --> ${to}: ${name}`)
  }
  for (const clock of Object.keys(kind.clocks)) expect(page).toContain(`| \`${clock}\` |`)
})

it('a page says from which kind a case may arise, by which flag and with what step there', () => {
  const kind = currentKind('mediation')
  const page = kindPage(kind)
  for (const word of Object.values(kind.report.comesFrom ?? {})) expect(page).toContain(`\`${word}\``)
  expect(page).toContain('One may arise from')
  expect(kindPage(currentKind('request'))).not.toContain('One may arise from')
})

it('the catalogues are whole', () => {
  for (const name of PERMISSION_NAMES) expect(pages.get('docs/permissions.md')).toContain(`| \`${name}\` |`)
  for (const name of Object.keys(ERRORS)) expect(pages.get('docs/errors.md')).toContain(`| \`${name}\` |`)
})

it('a cell cannot break its table', () => {
  expect(table(['a'], [['one|two\nthree']]).split('\n')).toEqual(['| a |', '| --- |', '| one\\|two three |'])
})
