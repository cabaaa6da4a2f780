import type { AlertRow, Receipt } from '@lianxin/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, newVisit, troublesOf } from '../support/browser.ts'
import { choose, confirm, openFromList, staffAt } from '../support/desk-hands.ts'
import { reportMatter } from '../support/house-api.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { takeScreenshot } from '../support/take-screenshot.ts'

let server: RunningServer
let browser: Browser
let receipt: Receipt
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  const page = await newVisit(browser, { url: server.url, screen: 'phone' })
  receipt = await reportMatter(page, '二单元暖气不热，室内只有十五度，老人受不了。')
  await page.context().close()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const stateOf = '.case-head .lx-state'

it('the community says what it is about: the likeliest item is proposed with the words that speak for it', async () => {
  const page = await staffAt(browser, server, 'secretary.mudan')
  await openFromList(page, receipt.number)
  await choose(page, '研判')
  await page.getByText('提到了“暖气不热”').waitFor()
  await confirm(page, '研判')
  await page.locator(stateOf, { hasText: '待派遣' }).waitFor()
  expect(troublesOf(page)).toEqual([])
  await page.context().close()
})

it('the dispatcher sends it to the unit on duty, and may change the deadline only with a reason', async () => {
  const page = await staffAt(browser, server, 'dispatcher.district')
  await openFromList(page, receipt.number)
  await choose(page, '派遣')
  await page.locator('.unit-row', { hasText: '皇姑区供热服务中心' }).waitFor()
  await page.getByRole('button', { name: '改期限' }).click()
  await page.getByLabel('办结期限').last().fill('2035-01-08T12:00')
  await page.getByRole('button', { name: '确认派遣' }).click()
  await page.getByText('还缺少：原因。').waitFor()
  await page.getByLabel('原因').fill('换热站要等配件，已经和居民说好。')
  await confirm(page, '派遣')
  await page.locator(stateOf, { hasText: '待签收' }).waitFor()
  await page.context().close()
})

it('the handler signs and tells the result by keyboard alone, and the words come back after the browser was closed', async () => {
  const page = await staffAt(browser, server, 'handler.heating')
  await page.locator('.line-link', { hasText: receipt.number }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: receipt.number }).waitFor()
  await page.locator('#main').focus()
  await page.keyboard.press('1')
  await page.getByRole('button', { name: '确认签收' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('“签收”已完成').waitFor()
  await page.getByRole('button', { name: '反馈结果' }).waitFor()

  await page.keyboard.press('1')
  await page.locator('.panel textarea').waitFor()
  await page.keyboard.type('更换了分户阀，入户测温 20 ℃。')
  await expect.poll(() => page.locator('.panel textarea').inputValue()).toMatch(/℃。$/)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: receipt.number }).waitFor()
  await page.keyboard.press('1')
  const words = page.locator('.panel textarea')
  await words.waitFor()
  expect(await words.inputValue()).toBe('更换了分户阀，入户测温 20 ℃。')
  await words.focus()
  await page.keyboard.press('Control+Enter')
  await page.getByText('“反馈结果”已完成').waitFor()
  await page.locator(stateOf, { hasText: '待核查' }).waitFor()
  await page.context().close()
})

it('somebody else verifies it, and the timeline tells the whole story in sentences', async () => {
  const page = await staffAt(browser, server, 'verifier.district')
  await page.goto(`/desk/case/${receipt.caseId}`)
  await page.getByRole('heading', { level: 1, name: receipt.number }).waitFor()
  await choose(page, '核查通过')
  await confirm(page, '核查通过')
  await page.getByText('更换了分户阀，入户测温 20 ℃。').waitFor()
  await page.getByText('换热站要等配件，已经和居民说好。').waitFor()
  // Registered, triaged, dispatched, signed, answered, verified.
  await expect.poll(() => page.locator('.lx-step').count()).toBe(6)
  await page.context().close()
})

it('while the network is away the list stays and says of a matter that it has not arrived; trying again opens it', async () => {
  const page = await staffAt(browser, server, 'secretary.mudan')
  const line = page.locator('.line-link').first()
  await line.waitFor()
  await page.context().setOffline(true)
  await line.click()
  // The list may say by then, too, that it could not be asked anew, with a button of its own.
  const missing = page.getByRole('alert').filter({ hasText: '这一页还没有取到' })
  await missing.getByRole('heading').waitFor()
  expect(await page.locator('.line-link').count()).toBeGreaterThan(0)
  await missing.getByRole('button').click()
  await line.waitFor()
  await page.context().setOffline(false)
  await missing.getByRole('button').click()
  await page.locator('.case-words').waitFor()
  await page.context().close()
})

it('of a matter that is late at two units the alerts say of each unit what it is late with', async () => {
  const page = await staffAt(browser, server, 'dispatcher.district')
  const late = (unitName: string, words: string): AlertRow => ({
    ...{
      id: `${receipt.caseId.slice(0, -1)}${words.length % 10}`,
      caseId: receipt.caseId,
      number: receipt.number,
    },
    ...{ kind: 'overdue', sentence: { zh: words, en: words }, raisedAt: Date.now() },
    ...{ unitName, unitNameEn: unitName, itemName: null, itemNameEn: null },
    ...{ communityName: '牡丹社区', communityNameEn: 'Mudan' },
  })
  const alerts = [
    late('住建局', '办理时限到了，还没有办。'),
    late('供水', '办理时限已用去 75%，还没有办好。'),
  ]
  await page.route('**/api/alerts', (route) => route.fulfill({ json: alerts }))
  await page.goto('/desk/alerts')
  const row = page.locator('.alert', { hasText: receipt.number })
  for (const { sentence, unitName } of alerts)
    await row
      .locator('.alert-words > *', { hasText: sentence.zh })
      .filter({ hasText: unitName ?? '' })
      .waitFor()
  expect(await row.locator('.alert-words > *', { hasText: '供水' }).count()).toBe(1)
  await takeScreenshot(page, 'alerts-of-two-units')
  await page.context().close()
})
