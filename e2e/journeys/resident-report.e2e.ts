import type { CasePage } from '@lianxin/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, newVisit } from '../support/browser.ts'
import { signIn } from '../support/house-api.ts'
import { tabTo } from '../support/keyboard.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

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

const visit = (at?: { latitude: number; longitude: number }): Promise<Page> =>
  newVisit(browser, { url: server.url, screen: 'phone', ...(at ? { at } : {}) })

const send = '.lx-report button[type=submit]'
const words = '[data-field=words] textarea'

/** Words and a place from the search box: all that a report needs. */
async function write(page: Page, text: string): Promise<void> {
  await page.goto('/report')
  await page.fill(words, text)
  await page.fill('[data-field=where] input[type=search]', '牡丹社区')
  await page.locator('.lx-place-hit').first().click()
  await page.getByText('您在牡丹社区').waitFor()
}

/** How many matters the district has with these words. */
async function mattersWith(text: string): Promise<number> {
  const page = await newVisit(browser, { url: server.url, screen: 'desktop' })
  await signIn(page, server.account('dispatcher.district'))
  const list: CasePage = await (
    await page.context().request.get('/api/cases?box=all&sort=newest&limit=100')
  ).json()
  await page.context().close()
  return list.rows.filter((row) => row.excerpt.startsWith(text)).length
}

it('a matter is raised by keyboard alone, from the home page to its progress', async () => {
  const page = await visit()
  await page.goto('/')
  await tabTo(page, 'a[href="/report"]')
  await page.keyboard.press('Enter')
  await tabTo(page, words)
  await page.keyboard.type('地下车库入口积水，走不过去。')
  await tabTo(page, '[data-field=where] input[type=search]')
  await page.keyboard.type('牡丹社区')
  await page.locator('.lx-place-hit').first().waitFor()
  await tabTo(page, '.lx-place-hit')
  await page.keyboard.press('Enter')
  await page.getByText('您在牡丹社区').waitFor()
  await tabTo(page, '[data-field=phone] input')
  await page.keyboard.type('13900000000')
  await tabTo(page, send)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/report/receipt')
  expect(await page.locator('.lx-slip dd').first().textContent()).toMatch(/^HG-\d{6}-\d{4}-[2-9A-Z]$/)
  await tabTo(page, 'a[href^="/follow"]')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/follow/case')
  await page.getByRole('heading', { level: 1, name: /牡丹社区/ }).waitFor()
  expect(new URL(page.url()).hash).toBe('')
})

it('an unfinished report survives a reload and shows in a second tab', async () => {
  const page = await visit()
  await write(page, '单元门关不上，冬天灌风。')
  await page.reload()
  expect(await page.inputValue(words)).toBe('单元门关不上，冬天灌风。')
  await page.getByText('您在牡丹社区').waitFor()
  const second = await page.context().newPage()
  await second.goto('/report')
  expect(await second.inputValue(words)).toBe('单元门关不上，冬天灌风。')
})

it('a device whose clock is a month ahead loses no unfinished report, and one whose week is over does not stay', async () => {
  const page = await visit()
  await write(page, '路口的井盖响。')
  await page.addInitScript(() => {
    const right = Date.now
    Date.now = () => right() + 30 * 86_400_000
  })
  await page.reload()
  await page.getByText('您在牡丹社区').waitFor()
  expect(await page.inputValue(words)).toBe('路口的井盖响。')
  // In the words in which people say a span: not in minutes, of which a month has 43,200.
  await page.getByText('这台设备的时间快了 30 天').waitFor()
  await page.evaluate(() => {
    const key = 'lianxin.draft.report'
    const draft = JSON.parse(localStorage.getItem(key) ?? '{}')
    localStorage.setItem(key, JSON.stringify({ ...draft, since: draft.since - 8 * 86_400_000 }))
  })
  await page.reload()
  await page.waitForFunction(() => localStorage.getItem('lianxin.draft.report') === null)
  expect(await page.inputValue(words)).toBe('')
})

it('a double tap and a second tab make one matter', async () => {
  const text = '双击两次也只有一件：路灯不亮。'
  const page = await visit()
  await write(page, text)
  const second = await page.context().newPage()
  await second.goto('/report')
  await second.locator(words).waitFor()
  await Promise.all([page.locator(send).dblclick(), second.locator(send).click()])
  await page.waitForURL('**/report/receipt')
  await second.waitForURL('**/report/receipt')
  expect(await mattersWith(text)).toBe(1)
})

it('without a network nothing is lost, and sending again makes one matter', async () => {
  const text = '断网也不丢：井盖翘起来了。'
  const page = await visit()
  await write(page, text)
  await page.context().setOffline(true)
  await page.click(send)
  await page.getByText('还没有发出去').waitFor()
  expect(await page.inputValue(words)).toBe(text)
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '再发一次' }).click()
  await page.waitForURL('**/report/receipt')
  expect(await mattersWith(text)).toBe(1)
})

it('words that are changed after a lost answer do not make a second matter', async () => {
  const page = await visit()
  await write(page, '回音丢了：树枝压着电线。')
  await page.route('**/api/cases', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.click(send)
  await page.getByText('还没有发出去').waitFor()
  await page.unroute('**/api/cases')
  await page.fill(words, '回音丢了：树枝压着电线，冒火花。')
  await page.click(send)
  await page.waitForURL('**/report/receipt')
  await page.getByText('网络中断前的那一稿已经送到').waitFor()
  expect(await mattersWith('回音丢了')).toBe(1)
})

it('an empty report says what it needs, and leads there', async () => {
  const page = await visit()
  await page.goto('/report')
  await page.click(send)
  const summary = page.locator('.lx-summary')
  await summary.waitFor()
  expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true)
  await summary.getByRole('button').first().click()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
})

it('a file that is no photo is refused in words, and the report goes out without it', async () => {
  const page = await visit()
  await write(page, '照片不对也能发：垃圾桶满了。')
  await page.setInputFiles('input[type=file]', {
    name: '照片.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('this is not a photo'),
  })
  await page.getByText('这个文件不是照片').waitFor()
  await page.click(send)
  await page.waitForURL('**/report/receipt')
})

it('a position outside the district is told at the place', async () => {
  const page = await visit({ latitude: 31.23, longitude: 121.47 })
  await page.goto('/report')
  await page.getByRole('button', { name: '用我的位置' }).click()
  await page.locator('[data-field=where]').getByText('不在皇姑区范围内').waitFor()
})

it('on the narrowest phone nothing runs off the side, in elder mode and in English too', async () => {
  for (const preferences of [
    { locale: 'zh-CN', elder: true },
    { locale: 'en', elder: true },
  ]) {
    const page = await visit()
    await page.setViewportSize({ width: 320, height: 568 })
    await page.addInitScript(
      (chosen) => localStorage.setItem('lianxin.preferences', chosen),
      JSON.stringify(preferences),
    )
    for (const path of ['/', '/report', '/report/receipt', '/follow']) {
      await page.goto(path)
      await page.locator('h1').waitFor()
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, `${path} ${preferences.locale}`).toBeLessThanOrEqual(320)
    }
    await page.context().close()
  }
})
