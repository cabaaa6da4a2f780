import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, newVisit, troublesOf } from '../support/browser.ts'
import { reportMatter, signIn } from '../support/house-api.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

let server: RunningServer
let browser: Browser
let wall: Page
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  wall = await newVisit(browser, { url: server.url, screen: 'wallboard' })
  await signIn(wall, server.account('duty.district'))
  await wall.goto('/command')
  await wall.locator('.wall-line', { hasText: '实时' }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const report = async (words: string) => {
  const resident = await newVisit(browser, { url: server.url, screen: 'phone' })
  const receipt = await reportMatter(resident, words)
  await resident.context().close()
  return receipt
}
const openNow = async () => Number(await wall.locator('.wall-now [data-tone="open"] dd').textContent())
/** The line of the stream that tells of a matter. */
const linesOf = (caseId: string) => wall.locator(`.wall-told[href="/desk/case/${caseId}"]`)

it('a new matter is on the wall within seconds, as a sentence without a word of what was written', async () => {
  const before = await openNow()
  const { caseId } = await report('二单元门口的井盖松了，晚上很危险。')
  await linesOf(caseId).first().waitFor()
  await expect.poll(openNow, { timeout: 30_000 }).toBe(before + 1)
  expect(await linesOf(caseId).first().textContent()).toContain('牡丹社区')
  expect(await wall.locator('main').textContent()).not.toContain('井盖松了')
})

it('a cut line is said calmly, and what happened meanwhile is told afterwards, once', {
  timeout: 600_000,
}, async () => {
  const before = await openNow()
  await server.killHard()
  await wall.locator('.wall-line[data-cut]', { hasText: '起中断' }).waitFor()
  // What was known stays on the wall.
  expect(await openNow()).toBe(before)
  await server.startAgain()
  const missed = [await report('楼道堆了杂物。'), await report('路灯不亮。')]
  await wall.locator('.wall-line', { hasText: '实时' }).waitFor({ timeout: 90_000 })
  for (const { caseId } of missed) await linesOf(caseId).first().waitFor()
  await expect.poll(openNow, { timeout: 30_000 }).toBe(before + missed.length)
  for (const { caseId } of missed) expect(await linesOf(caseId).count()).toBe(1)
})

it('a wall that nobody sits at, on a device set two hours fast, tells the server’s time and loads a newer app by itself', async () => {
  const left = await wall.context().newPage()
  const fast = 2 * 60 * 60_000
  await left.clock.install({ time: Date.now() + fast })
  await left.goto('/command')
  await left.locator('.wall-line', { hasText: '实时' }).waitFor()
  const shown = Date.parse((await left.locator('.wall-clock').getAttribute('datetime')) ?? '')
  expect(Math.abs(shown - Date.now())).toBeLessThan(60_000)
  // No note about the device pushes the wall off its screen.
  expect(await left.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThan(2)

  // An upgrade: the first page names another script than the one that runs here.
  await left.route(`${server.url}/`, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace(/(src="\/assets\/[^"]+\.js)"/, '$1?next"'),
    })
  })
  await left.evaluate(() => document.body.setAttribute('data-older', ''))
  let asked = 0
  const older = async () => {
    asked += await left.getByText('有新版本').count()
    return left.locator('body[data-older]').count()
  }
  // Its line falls silent for longer than the server ever is, comes back, and within minutes so does the newer app.
  await expect
    .poll(() => left.clock.fastForward('11:00').then(older), { timeout: 60_000, interval: 3_000 })
    .toBe(0)
  await left.locator('.wall-line', { hasText: '实时' }).waitFor()
  // Nobody is there to be asked.
  expect(asked).toBe(0)
  expect(troublesOf(left)).toEqual([])
  await left.close()
})

it('from the district one gets to the matter in four steps, by keyboard', async () => {
  for (const place of ['三台子街道', '牡丹社区']) {
    await wall.locator('.wall-places a', { hasText: place }).focus()
    await wall.keyboard.press('Enter')
    await wall.locator('.wall-path [aria-current="page"]', { hasText: place }).waitFor()
  }
  const matter = wall.locator('.wall-of-place .wall-case').first()
  await matter.waitFor()
  const number = await matter.locator('.wall-number').textContent()
  await matter.focus()
  await wall.keyboard.press('Enter')
  await wall.getByRole('heading', { level: 1, name: number ?? '' }).waitFor()
  expect(troublesOf(wall)).toEqual([])
})

it('a session that has ended is said plainly: the last true picture stays with its time, and signing in goes on', async () => {
  await wall.goto('/command')
  await wall.locator('.wall-line', { hasText: '实时' }).waitFor()
  const before = await openNow()
  const dialog = wall.getByRole('dialog', { name: '请重新登录' })
  const end = async () => {
    await wall.context().request.post('/api/auth/sign-out', { headers: { origin: server.url }, data: {} })
    await report('楼门口的灯不亮了。')
    await dialog.waitFor()
  }
  await end()
  expect(await openNow()).toBe(before)
  // Somebody signs in at another window of this browser and comes back: the wall goes on by itself.
  await signIn(wall, server.account('duty.district'))
  await wall.evaluate(() => window.dispatchEvent(new Event('focus')))
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(openNow, { timeout: 30_000 }).toBe(before + 1)
  await end()
  await dialog.getByRole('button', { name: '先不登录' }).click()
  await wall.locator('.wall-line[data-cut]', { hasText: '请有人登录' }).waitFor()
  await wall.locator('.wall-line a').click()
  await wall.waitForURL(/\/sign-in\?next=/)
  await signIn(wall, server.account('duty.district'))
  await wall.goto('/command')
  await wall.locator('.wall-line', { hasText: '实时' }).waitFor()
})

// The last one: time never goes back.
it('a wall that looks on while a day is played a thousand times as fast tells its time and stays', async () => {
  const keeper = await newVisit(browser, { url: server.url, screen: 'desktop' })
  await signIn(keeper, server.account('admin.system'))
  const run = (speed: number) => keeper.context().request.post('/api/demo/clock', { data: { speed } })
  const told = async () => Date.parse((await wall.locator('.wall-clock').getAttribute('datetime')) ?? '')
  const before = await told()
  expect((await run(1000)).ok()).toBe(true)
  // The next answer tells how fast it runs.
  await report('楼下的井盖松了。')
  await expect.poll(told, { timeout: 20_000 }).toBeGreaterThan(before + 30 * 60_000)
  expect((await run(1)).ok()).toBe(true)
  await report('楼下的路灯不亮。')
  await wall.locator('.wall-line:not([data-cut])', { hasText: '实时' }).waitFor()
  expect(troublesOf(wall)).toEqual([])
  await keeper.context().close()
})
