import type { EchoEntry, EchoPage, EvaluationBoard, GatePage, Receipt } from '@lianxin/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ROUTES, type ScreenPath } from '../../packages/web/src/app/route-list.ts'
import { type Language, launchBrowser, newVisit, type Screen, troublesOf } from '../support/browser.ts'
import { expectAccessible } from '../support/expect-accessible.ts'
import { followMatter, MODEL_COMMUNITY, reportMatter, signIn } from '../support/house-api.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { takeScreenshot } from '../support/take-screenshot.ts'

/** Who opens a screen: an account's user name, a resident who follows a matter, or anybody. */
const visitors: Partial<Record<ScreenPath, string>> = {
  '/field': 'grid.mudan.01',
  '/field/case/$id': 'grid.mudan.01',
  '/field/spot': 'grid.mudan.01',
  '/field/report': 'grid.mudan.01',
  '/field/rate': 'grid.mudan.01',
  '/desk': 'dispatcher.district',
  '/desk/case/$id': 'dispatcher.district',
  '/desk/alerts': 'dispatcher.district',
  '/desk/new': 'secretary.mudan',
  '/desk/evaluation': 'dispatcher.district',
  '/desk/evaluation/$id': 'dispatcher.district',
  '/desk/rate': 'community.mudan',
  '/desk/ledger': 'auditor',
  '/desk/routing': 'dispatcher.district',
  '/desk/routing/reliability': 'dispatcher.district',
  '/desk/settings': 'rules.district',
  '/desk/settings/$name': 'rules.district',
  '/desk/settings/items': 'rules.district',
  '/command': 'duty.district',
  '/command/$place': 'duty.district',
  '/desk/echo': 'community.mudan',
  '/desk/echo/$id': 'community.mudan',
  '/desk/gate': 'gatekeeper',
  '/desk/gate/new': 'lead.civil',
  '/desk/gate/duties': 'gatekeeper',
  '/desk/gate/$id': 'gatekeeper',
  '/desk/gate/$id/form': 'secretary.mudan',
  '/follow/case': 'resident',
}

const screenFor = (path: ScreenPath): Screen =>
  path.startsWith('/command') ? 'wallboard' : path.startsWith('/desk') ? 'desktop' : 'phone'

interface Look {
  readonly language: Language
  readonly theme: 'light' | 'dark'
  readonly elder: boolean
}
const looks: readonly Look[] = [
  { language: 'zh-CN', theme: 'light', elder: false },
  { language: 'en', theme: 'dark', elder: false },
  { language: 'zh-CN', theme: 'light', elder: true },
]

let server: RunningServer
let browser: Browser
let receipt: Receipt
let answer: EchoEntry
/** What waits at the burden gate, for the gatekeeper a request, for the community a form; and a unit that is rated. */
let demands: Partial<Record<ScreenPath, string>>
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  const page = await newVisit(browser, { url: server.url, screen: 'phone' })
  receipt = await reportMatter(page, '三单元楼道的灯坏了好几天，晚上看不清台阶。')
  const wall: EchoPage = await (await page.context().request.get('/api/echo?limit=1')).json()
  const [newest] = wall.rows
  if (!newest) throw new Error('the demonstration has nothing on its wall')
  answer = newest
  const rated: EvaluationBoard = await (await page.context().request.get('/api/evaluation?by=unit')).json()
  const unit = rated.rows.find(({ key }) => key !== '')
  if (!unit) throw new Error('the demonstration has rated no unit')
  await page.context().close()
  demands = {
    '/desk/evaluation/$id': unit.key,
    '/desk/gate/$id': await firstDemand('gatekeeper'),
    '/desk/gate/$id/form': await firstDemand('secretary.mudan', 'form'),
  }
})

async function firstDemand(username: string, kind?: string): Promise<string> {
  const page = await newVisit(browser, { url: server.url, screen: 'desktop' })
  await signIn(page, server.account(username))
  const { rows }: GatePage = await (await page.context().request.get('/api/gate/requests?box=todo')).json()
  const found = rows.find((row) => kind === undefined || row.kind === kind)
  if (!found) throw new Error(`nothing waits at the gate for ${username}`)
  await page.context().close()
  return found.id
}

// A screen that failed would otherwise go on drawing behind the next one.
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** What this device remembers: how it should look, and the receipt of the matter. */
async function remember(page: Page, { language, theme, elder }: Look): Promise<void> {
  const kept = [{ commandId: receipt.caseId, receipt, keptAt: Date.now(), earlier: false }]
  await page.addInitScript(
    ([preferences = '', receipts = '']) => {
      localStorage.setItem('lianxin.preferences', preferences)
      localStorage.setItem('lianxin.receipts', receipts)
    },
    [JSON.stringify({ locale: language, theme, elder }), JSON.stringify(kept)],
  )
}

/** The address of a screen, with this matter, an answer on the wall, a demand or the community where it wants one. */
const addressOf = (path: ScreenPath): string =>
  path
    .replace('$id', path === '/echo/$id' ? answer.id : (demands[path] ?? receipt.caseId))
    .replace('$place', MODEL_COMMUNITY)
    .replace('$name', 'ladder')

async function open(path: ScreenPath, look: Look): Promise<Page> {
  const page = await newVisit(browser, { url: server.url, screen: screenFor(path), language: look.language })
  const visitor = visitors[path]
  if (visitor === 'resident') await followMatter(page, receipt)
  else if (visitor !== undefined) await signIn(page, server.account(visitor))
  await remember(page, look)
  await page.goto(addressOf(path))
  await page.locator('h1').first().waitFor()
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
  return page
}

const sidewaysPixels = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe.each(looks)('in $language, $theme, elder mode $elder', (look) => {
  it.each(ROUTES)('%s can be used by everybody', async (path) => {
    const page = await open(path, look)
    await takeScreenshot(
      page,
      `${path.replaceAll(/[/$]+/g, '-')}-${look.language}${look.elder ? '-elder' : ''}`,
    )
    await expectAccessible(page)
    expect(await sidewaysPixels(page)).toBeLessThanOrEqual(0)
    expect(troublesOf(page)).toEqual([])
    expect(new URL(page.url()).pathname).toBe(addressOf(path))
  })
})
