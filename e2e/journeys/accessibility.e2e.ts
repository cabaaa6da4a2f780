import type {
  DeliberationList,
  EchoEntry,
  EchoPage,
  EvaluationBoard,
  GatePage,
  Receipt,
} from '@lianxin/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
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
  '/field/whistle': 'grid.mudan.01',
  '/desk': 'dispatcher.district',
  '/desk/case/$id': 'dispatcher.district',
  '/desk/alerts': 'dispatcher.district',
  '/desk/new': 'secretary.mudan',
  '/desk/evaluation': 'dispatcher.district',
  '/desk/evaluation/$id': 'dispatcher.district',
  '/desk/rate': 'community.mudan',
  '/desk/whistles': 'dispatcher.santaizi',
  '/desk/posts': 'secretary.mudan',
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
  '/codes': 'grid.mudan.01',
  '/follow/case': 'resident',
}

const screenFor = (path: ScreenPath): Screen =>
  path.startsWith('/command') ? 'wallboard' : path.startsWith('/desk') ? 'desktop' : 'phone'

interface Look {
  readonly language: Language
  readonly theme: 'light' | 'dark'
  readonly elder: boolean
}
const look = (language: Language, theme: Look['theme'], elder: boolean): Look => ({ language, theme, elder })
/**
 * Each screen is seen in both languages, both themes and both sizes of text with two visits; the pairs take turns, so
 * that over the screens of a face every language is seen with every theme and every size.
 */
const pairs: readonly (readonly [Look, Look])[] = [
  [look('zh-CN', 'light', false), look('en', 'dark', true)],
  [look('zh-CN', 'dark', false), look('en', 'light', true)],
  [look('zh-CN', 'light', true), look('en', 'dark', false)],
  [look('zh-CN', 'dark', true), look('en', 'light', false)],
]
const visits = ROUTES.flatMap((path, index) =>
  (pairs[index % pairs.length] ?? []).map((seen) => ({ path, ...seen })),
)

let server: RunningServer
let browser: Browser
let receipt: Receipt
let answer: EchoEntry
/** What waits at the burden gate, for the gatekeeper a request, for the community a form; a unit that is rated; a question that is published. */
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
  const asked: DeliberationList = await (await page.context().request.get('/api/deliberations')).json()
  // The one with the form: anybody may object to it.
  const question = asked.rows.find(({ objectUntil }) => objectUntil !== null)
  if (!question) throw new Error('the demonstration publishes nothing')
  await page.context().close()
  demands = {
    '/deliberations/$id': question.id,
    '/desk/evaluation/$id': unit.key,
    '/units/$id': unit.key,
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

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** The device of a visitor, signed in once: a second sign-in for each screen would only wear out the door. */
async function openDevice(path: ScreenPath): Promise<Page> {
  const visitor = visitors[path]
  const page = await newVisit(browser, { url: server.url, screen: screenFor(path) })
  if (visitor === 'resident') await followMatter(page, receipt)
  else if (visitor !== undefined) await signIn(page, server.account(visitor))
  return page
}

const nameOfDevice = (path: ScreenPath): string => `${screenFor(path)} of ${visitors[path] ?? 'anybody'}`
const devices = new Map<string, Promise<Page>>()
/** Whoever wants a device waits until the one before has put it down. */
async function withDevice(path: ScreenPath, use: (page: Page) => Promise<void>): Promise<void> {
  const name = nameOfDevice(path)
  const free = devices.get(name) ?? openDevice(path)
  const used = free.then((page) => use(page))
  // A screen that is done with would otherwise go on drawing behind the next one.
  const put = used
    .catch(() => {})
    .then(async () => {
      const page = await free
      await page.goto('about:blank')
      return page
    })
  put.catch(() => {}) // whoever takes it next is told
  devices.set(name, put)
  await used
}

/** One device after the other and round again: two of them can be looked at while neither waits for itself. */
function takingTurns<T extends { readonly path: ScreenPath }>(list: readonly T[]): readonly T[] {
  const counts = new Map<string, number>()
  const round = list.map((one) => {
    const name = nameOfDevice(one.path)
    counts.set(name, (counts.get(name) ?? 0) + 1)
    return [counts.get(name) ?? 0, one] as const
  })
  return round.sort(([one], [other]) => one - other).map(([, one]) => one)
}

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

async function open(page: Page, path: ScreenPath, look: Look): Promise<void> {
  await remember(page, look)
  await page.goto(addressOf(path))
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .ant-skeleton'))
}

const sidewaysPixels = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

it.concurrent.each(takingTurns(visits))(
  '$path can be used by everybody in $language, $theme, elder mode $elder',
  (visit) =>
    withDevice(visit.path, async (page) => {
      const { path, language, theme, elder } = visit
      const earlier = troublesOf(page).length
      await open(page, path, visit)
      if (process.env['PICTURES'])
        await takeScreenshot(page, [...path.split(/[/$]+/), language, theme, elder ? 'elder' : ''].join('-'))
      await expectAccessible(page)
      expect(await sidewaysPixels(page)).toBeLessThanOrEqual(0)
      expect(troublesOf(page).slice(earlier)).toEqual([])
      expect(new URL(page.url()).pathname).toBe(addressOf(path))
    }),
)

it('an office behind one address may open the desk at once: the files of the app are not counted as requests', async () => {
  const page = await newVisit(browser, { url: server.url, screen: 'phone' })
  const { request } = page.context()
  const counted = async (address: string) =>
    Object.hasOwn((await request.get(address)).headers(), 'x-ratelimit-limit')
  const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(await (await request.get('/desk')).text()) ?? []
  expect(await Promise.all([counted('/api/config'), counted(script)])).toEqual([true, false])
})
