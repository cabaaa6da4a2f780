import type { CasePage, CaseView } from '@lianxin/contract'
import { expect } from 'vitest'
import type { Town } from './open-town.ts'

/** What the system wrote of a matter that it opened stands in the list, at its head and in the export in one language each. */
export async function readsInBothLanguages(town: Town, id: string): Promise<void> {
  const desk = await town.as('dutyOfficer')
  const { body: view } = await desk.get<CaseView>(`/api/cases/${id}`)
  const { words, wordsEn } = view
  expect(words).toMatch(/^\p{Script=Han}[^\n]+。$/u)
  expect(wordsEn).toMatch(/^[^\n\p{Script=Han}]+\.$/u)
  expect(view.timeline.at(-1)).toMatchObject({ from: null, words: null })
  const { rows } = (await desk.get<CasePage>(`/api/cases?number=${view.number}`)).body
  expect(rows).toMatchObject([{ id, excerpt: words.slice(0, 80), excerptEn: wordsEn?.slice(0, 80) }])
  const { text } = await desk.get(`/api/cases/export?number=${view.number}`, { purpose: 'superviseCase' })
  expect(text).toContain(words.slice(0, 80))
  expect(text).not.toContain(wordsEn?.slice(0, 20))
}
