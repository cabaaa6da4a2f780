import type { EvaluationBoard, FollowView } from '@lianxin/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, newVisit } from '../support/browser.ts'
import { followMatter, reportMatter } from '../support/house-api.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { takeScreenshot } from '../support/take-screenshot.ts'

let server: RunningServer
let browser: Browser
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** The smallest phone that people still use. */
async function smallPhone(): Promise<Page> {
  const page = await newVisit(browser, { url: server.url, screen: 'phone' })
  await page.setViewportSize({ width: 360, height: 740 })
  return page
}

it('while a matter waits it is said that nobody is alerted to what is added, and whom to call; a reason that was erased has no heading', async () => {
  const page = await smallPhone()
  await followMatter(page, await reportMatter(page, '围墙裂了一道缝。'))
  // As it stands once the words were erased, of a matter from before reasons were chosen.
  await page.route('**/api/follow/case', async (route) => {
    const answer = await route.fetch()
    const view: FollowView = await answer.json()
    const waits = { why: null, words: null, by: null, since: view.openedAt }
    await route.fulfill({ response: answer, json: { ...view, waits } satisfies FollowView })
  })
  await page.goto('/follow/case')
  const waits = page.locator('.lx-waits')
  await waits.getByText('不会马上提醒谁').waitFor()
  expect(await waits.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
    'tel:110',
    'tel:119',
    'tel:120',
  ])
  expect(await waits.textContent()).not.toContain('为什么要等')
  await takeScreenshot(page, 'waits-on-a-small-phone')
  await page.context().close()
})

it('a follow code stands on one line of a small phone', async () => {
  const page = await smallPhone()
  await page.goto('/echo')
  await page.locator('.lx-echo-card a').first().click()
  await page.locator('.lx-me-too button').first().click()
  await page.getByText(/您的关注码/).waitFor()
  const code = page.locator('.lx-banner').getByText(/^[2-9A-Z-]{15}$/)
  expect(await code.evaluate((one) => one.getClientRects().length)).toBe(1)
  await takeScreenshot(page, 'follow-code-on-a-small-phone')
  await page.context().close()
})

it('what was looked for among many units hides nothing in a view of few, where it could not be cleared', async () => {
  const page = await smallPhone()
  await page.route('**/api/evaluation?*by=place*', async (route) => {
    const answer = await route.fetch()
    const board: EvaluationBoard = await answer.json()
    await route.fulfill({ response: answer, json: { ...board, rows: board.rows.slice(0, 5) } })
  })
  await page.goto('/evaluation')
  await page.getByRole('textbox').fill('供水')
  await page.getByText(/^找到 \d+ 个/).waitFor()
  await page.locator('select').first().selectOption('place')
  await page.locator('.lx-evaluation-rows > *').nth(4).waitFor()
  await expect.poll(() => page.getByRole('textbox').count()).toBe(0)
  expect(await page.getByText(/^找到/).count()).toBe(0)
  await page.context().close()
})
