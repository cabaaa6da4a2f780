/**
 * `npm run pictures`: opens every face of a fresh demonstration in Chromium and keeps the pictures that the README
 * shows, in both languages. Run it when a screen has changed; the pictures are committed.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { type Language, launchBrowser, newVisit, type Screen } from './support/browser.ts'
import { freePort } from './support/free-port.ts'
import { followMatter, reportMatter, signIn } from './support/house-api.ts'
import { accountsIn } from './support/running-server.ts'
import { startProcess, urlOf } from './support/server-process.ts'

const OUT = join(import.meta.dirname, '../docs/pictures')

type Picture = {
  readonly name: string
  readonly path: string
  readonly screen: Screen
  /** Who opens it; absent = anybody. */
  readonly username?: string
  readonly theme?: 'dark'
  readonly elder?: true
  /** What must stand on the screen before the picture is worth taking, beyond the heading. */
  readonly until?: (page: Page) => Promise<unknown>
}

/** Notes that come after the first screen, pictures and the map. */
const settled = (page: Page) => page.waitForTimeout(4_000)
const shows = (selector: string) => (page: Page) => page.locator(selector).first().waitFor()
const PICTURES: readonly Picture[] = [
  { name: 'resident-home', path: '/', screen: 'phone' },
  { name: 'resident-report', path: '/report', screen: 'phone' },
  { name: 'resident-follow', path: '/follow/case', screen: 'phone', elder: true },
  { name: 'resident-echo', path: '/echo', screen: 'phone', until: shows('article img') },
  {
    name: 'field-today',
    path: '/field',
    screen: 'phone',
    username: 'grid.mudan.01',
    until: shows('.case-card'),
  },
  {
    name: 'desk-inbox',
    path: '/desk',
    screen: 'desktop',
    username: 'dispatcher.district',
    until: shows('.line-link'),
  },
  {
    name: 'desk-case',
    path: '/desk',
    screen: 'desktop',
    username: 'dispatcher.district',
    until: async (page) => {
      await page.locator('.line-link').first().click()
      await shows('.actions-bar')(page)
    },
  },
  { name: 'command', path: '/command', screen: 'wallboard', username: 'duty.district' },
]

async function take(browser: Browser, url: string, language: Language, house: House): Promise<void> {
  for (const { name, path, screen, username, theme = 'light', elder = false, until } of PICTURES) {
    const page = await newVisit(browser, { url, screen, language })
    const preferences = JSON.stringify({ locale: language, theme, elder })
    await page.addInitScript((text) => localStorage.setItem('lianxin.preferences', text), preferences)
    const account = house.accounts.find((one) => one.username === username)
    if (account) await signIn(page, account)
    if (path.startsWith('/follow')) await followMatter(page, house.receipt)
    await page.goto(path)
    await page.locator('h1').first().waitFor()
    await until?.(page)
    await settled(page)
    const file = join(OUT, `${name}.${language}.png`)
    await page.screenshot({ path: file, animations: 'disabled', scale: 'css', timeout: 60_000 })
    console.log(file)
    await page.context().close()
  }
}

type House = {
  readonly accounts: ReturnType<typeof accountsIn>
  readonly receipt: Awaited<ReturnType<typeof reportMatter>>
}

const folder = await mkdtemp(join(tmpdir(), 'lianxin-pictures-'))
const place = { folder, port: await freePort() }
const server = await startProcess(place)
const browser = await launchBrowser()
try {
  await mkdir(OUT, { recursive: true })
  const url = urlOf(place)
  const anybody = await newVisit(browser, { url, screen: 'phone' })
  const receipt = await reportMatter(anybody, '三单元楼道的灯坏了好几天，晚上看不清台阶。')
  const house = { accounts: accountsIn(server.output()), receipt }
  for (const language of ['zh-CN', 'en'] as const) await take(browser, url, language, house)
} finally {
  await browser.close()
  await server.end('SIGTERM')
  await rm(folder, { recursive: true, force: true })
}
