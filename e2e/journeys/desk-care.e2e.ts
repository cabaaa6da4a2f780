import type { Receipt } from '@lianxin/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { uuidV7 } from '../../packages/web/src/data/uuid-v7.ts'
import { launchBrowser, newVisit } from '../support/browser.ts'
import { choose, confirm, openFromList, staffAt } from '../support/desk-hands.ts'
import { MODEL_COMMUNITY, reportMatter } from '../support/house-api.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

let server: RunningServer
let browser: Browser
let receipt: Receipt

/** Somebody without an account, at a phone of their own. */
const resident = (): Promise<Page> => newVisit(browser, { url: server.url, screen: 'phone' })

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})
beforeEach(async () => {
  const page = await resident()
  receipt = await reportMatter(page, '三单元暖气不热，孩子写作业要穿棉袄。')
  await page.context().close()
})

it('of two people on one matter the second is told, and the words stay', async () => {
  const [first, second] = await Promise.all([
    staffAt(browser, server, 'secretary.mudan'),
    staffAt(browser, server, 'community.mudan'),
  ])
  await openFromList(second, receipt.number)
  await choose(second, '研判')
  await second.getByLabel('原因').fill('和供热站通过电话，确认是主管道的问题。')

  await openFromList(first, receipt.number)
  await choose(first, '自己办')
  await first.getByText('提到了“暖气不热”').waitFor()
  await confirm(first, '自己办')

  await second.getByText('有人刚刚处理过这件事').waitFor()
  await second.getByText('现在不能做这一步了').waitFor()
  await second.getByText('和供热站通过电话，确认是主管道的问题。').waitFor()
  await Promise.all([first.context().close(), second.context().close()])
})

it('a session that ends in the middle asks for the password over the form, and the form goes through', async () => {
  const page = await staffAt(browser, server, 'secretary.mudan')
  await openFromList(page, receipt.number)
  await choose(page, '研判')
  await page.getByText('提到了“暖气不热”').waitFor()
  await page.getByLabel('原因').fill('属于供热单位的职责。')
  await page.context().clearCookies()
  await page.getByRole('button', { name: '确认研判' }).click()

  const dialog = page.getByRole('dialog')
  const { username, password } = server.account('secretary.mudan')
  await dialog.locator('input').first().fill(username)
  await dialog.locator('input[type=password]').fill(password)
  await dialog.locator('button[type=submit]').click()
  await page.getByText('“研判”已完成').waitFor()
  await page.getByText('属于供热单位的职责。').waitFor()
  await page.context().close()
})

it('a name is shown for a stated purpose only, and the auditor reads in the ledger who looked and why', async () => {
  const phone = await resident()
  const raised: Receipt = await (
    await phone.context().request.post('/api/cases', {
      headers: { 'idempotency-key': uuidV7() },
      data: {
        words: '楼道灯坏了，晚上看不清台阶。',
        where: { communityCode: MODEL_COMMUNITY },
        contact: { name: '测试人甲', phone: '13900000000' },
      },
    })
  ).json()
  const page = await staffAt(browser, server, 'secretary.mudan')
  await openFromList(page, raised.number)
  expect(await page.getByText('测试人甲').count()).toBe(0)
  await page.getByRole('button', { name: '查看姓名和电话' }).click()
  await page.getByRole('button', { name: '联系诉求人核实情况' }).click()
  await page.getByText('测试人甲').waitFor()
  await page.getByRole('link', { name: '13900000000' }).waitFor()
  await page.getByRole('button', { name: /收起（/ }).click()
  await page.getByText('测试人甲').waitFor({ state: 'detached' })

  const auditor = await staffAt(browser, server, 'auditor')
  await auditor.waitForURL('**/desk/ledger')
  await auditor
    .locator('tr', { hasText: '联系诉求人核实情况' })
    .filter({ hasText: '社区书记' })
    .first()
    .waitFor()
  expect(await auditor.getByText('测试人甲').count()).toBe(0)
  await Promise.all([phone, page, auditor].map((one) => one.context().close()))
})

it('a new matter does not move the list under the hand: it waits behind a count', async () => {
  const page = await staffAt(browser, server, 'secretary.mudan')
  await page.locator('.line-link', { hasText: receipt.number }).waitFor()
  const before = await page.locator('.line-number').allTextContents()
  const phone = await resident()
  const later = await reportMatter(phone, '单元门坏了，关不上。')
  await page.getByRole('button', { name: /件新的/ }).waitFor()
  expect(await page.locator('.line-number').allTextContents()).toEqual(before)
  await page.getByRole('button', { name: /件新的/ }).click()
  await page.locator('.line-link', { hasText: later.number }).waitFor()
  await Promise.all([phone.context().close(), page.context().close()])
})

it('the keyboard walks the list without opening anything, opens with Enter, and finds by number', async () => {
  const page = await staffAt(browser, server, 'secretary.mudan')
  await page.locator('.line-link').first().waitFor()
  await page.locator('#main').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  expect(new URL(page.url()).pathname).toBe('/desk')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/desk/case/*')
  await page.locator('#main').focus()
  await page.keyboard.press('/')
  await page.keyboard.type(receipt.number)
  await page.keyboard.press('Enter')
  await page.getByText(`编号 ${receipt.number}`).waitFor()
  await expect.poll(() => page.locator('.line-link').count()).toBe(1)
  await page.context().close()
})

it('a list leaves the house as a spreadsheet for a stated purpose only', async () => {
  const page = await staffAt(browser, server, 'secretary.mudan')
  await page.getByRole('button', { name: '导出表格' }).click()
  const go = page.getByRole('dialog').getByRole('button', { name: '导出', exact: true })
  expect(await go.isDisabled()).toBe(true)
  await page.getByRole('radio', { name: '督办' }).check()
  const [file] = await Promise.all([page.waitForEvent('download'), go.click()])
  expect(file.suggestedFilename()).toMatch(/^诉求列表-.*\.csv$/)
  await page.context().close()
})

it('a vote of the owners passes on heads and fails on floor area: it did not pass, and the page says why it counts both', async () => {
  const page = await staffAt(browser, server, 'secretary.mudan')
  await page.locator('.line-link', { hasText: '加装电梯' }).click()
  await page.locator('.case-head .lx-state', { hasText: '投票（重大事项）' }).waitFor()
  await choose(page, '登记计票')
  const count = async (numbers: Readonly<Record<string, string>>) => {
    for (const [label, value] of Object.entries(numbers)) await page.getByLabel(label).fill(value)
  }
  await count({ 应到人数: '120', 参加人数: '96', 赞成人数: '97' })
  await count({
    '专有部分总面积（平方米）': '9000',
    '参加面积（平方米）': '6300',
    '赞成面积（平方米）': '4600',
  })
  await page.getByLabel('说明').fill('计票由监票人两名核对。')
  await page.getByRole('button', { name: '确认登记计票' }).click()
  await page.getByText('票数对不上').waitFor()
  await count({ 赞成人数: '84' })
  await confirm(page, '登记计票')
  await page.locator('.case-head .lx-state', { hasText: '没有通过' }).waitFor()
  await page.context().close()
})

it('a post writes down a question for its residents at the desk, and says who decides', async () => {
  const page = await staffAt(browser, server, 'secretary.mudan')
  await page.getByRole('button', { name: '登记一件事' }).click()
  await page.locator('.new-matter').getByText('议事协商').click()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('请写明情况。').waitFor()
  await page.getByText('居民会议（四议两公开）').click()
  await page.getByLabel('写清楚是什么事').fill('2 号楼前的空地改成晾衣场还是停车位。')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.locator('.case-head .lx-state', { hasText: '商议' }).waitFor()
  await page.context().close()
})
