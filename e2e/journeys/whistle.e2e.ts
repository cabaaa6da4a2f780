import type { CaseView, OpenWhistles, Raised } from '@lianxin/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, newVisit, troublesOf } from '../support/browser.ts'
import { choose, confirm, staffAt } from '../support/desk-hands.ts'
import { signIn } from '../support/house-api.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { moveAs } from '../support/staff-moves.ts'

const HEATING = '皇姑区供热服务中心'
const WATER = '皇姑区供水服务中心'

let server: RunningServer
let browser: Browser
/** The whistle that nobody opens on the telephone again. */
let unopened: Raised

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const viewOf = async (page: Page, caseId: string): Promise<CaseView> =>
  (await page.context().request.get(`/api/cases/${caseId}`)).json()
const codeFor = async (page: Page, caseId: string, unit: RegExp) =>
  (await viewOf(page, caseId)).codes.find(({ to }) => unit.test(to.name))?.arrivalCode ?? ''
/** The app itself is on the device. */
const isKept = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready))
/** What of the kept is neither the first page nor a file of the app. */
const keptPaths = (page: Page) =>
  page.evaluate(async () => {
    const caught = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    )
    const paths = caught.flat().map(({ url }) => new URL(url).pathname)
    if (paths.length === 0) throw new Error('nothing is kept')
    return paths.filter((path) => path !== '/' && path !== '/mark.svg' && !path.startsWith('/assets/'))
  })
/** A step of a matter on the telephone. */
const press = async (phone: Page, move: string) => {
  await phone.getByRole('button', { name: `确认${move}` }).click()
  await phone.getByText(`“${move}”已完成`).waitFor()
}

it('a grid worker calls two departments in four taps', async () => {
  const grid = await staffAt(browser, server, 'grid.mudan.01', 'phone')
  await grid.getByRole('link', { name: '吹哨', exact: true }).click()
  await grid.locator('.lx-radio-card, label', { hasText: '综合执法' }).first().click()
  await grid.getByText(HEATING, { exact: true }).click()
  await grid.getByText(WATER, { exact: true }).click()
  const answered = grid.waitForResponse((response) => response.url().endsWith('/api/cases/raised'))
  await grid.getByRole('button', { name: '吹哨' }).click()
  unopened = await (await answered).json()
  const { caseId, number } = unopened
  await grid.getByRole('heading', { name: number }).waitFor()
  const called = await viewOf(grid, caseId)
  expect(called.assignments.map(({ unit }) => unit.name).toSorted()).toEqual([WATER, HEATING].toSorted())
  expect(
    called.clocks.filter(({ clock, stoppedAt }) => clock === 'arrive' && stoppedAt === null),
  ).toHaveLength(2)
  // The codes are on the telephone as long as somebody is signed in on it.
  const kept = () => localStorage.getItem('lianxin.codes.2')
  await grid.waitForFunction(kept)
  await grid.goto('/field')
  await grid.getByRole('button', { name: '退出' }).click()
  await grid.waitForURL(/sign-in/)
  expect(await grid.evaluate(kept)).toBeNull()
  expect(troublesOf(grid)).toEqual([])
  await grid.context().close()
})

it('one department comes too late and one refuses: the district decides, both sides attest who comes, and rate each other', async () => {
  // The demonstration's whistle of this morning: water said that it comes and has not come in time, heating refused by a duty list.
  const wall = await newVisit(browser, { url: server.url, screen: 'wallboard' })
  await signIn(wall, server.account('duty.district'))
  const { rows }: OpenWhistles = await (await wall.context().request.get('/api/whistles/open')).json()
  const { id: caseId, number } =
    rows.find(({ calls }) => calls.some(({ state }) => state === 'refused')) ?? expect.fail('nobody refused')
  await wall.goto('/command')
  const whistle = wall.locator('.wall-whistle', { hasText: number })
  const callOf = (unit: string) => whistle.locator('.wall-call', { hasText: unit })
  await callOf(WATER).getByText('到场超时').waitFor()
  expect(await callOf(WATER).getAttribute('data-tone')).toBe('overdue')
  await callOf(HEATING).getByText('拒绝，待裁').waitFor()

  const duty = await wall.context().newPage()
  await duty.setViewportSize({ width: 1440, height: 900 })
  await duty.goto(`/desk/case/${caseId}`)
  await duty.getByText('职责清单：').first().waitFor()
  await choose(duty, '裁定必须到场')
  await duty.getByLabel('原因').fill('先到场看，再分清是谁的。')
  await confirm(duty, '裁定必须到场')
  await callOf(HEATING).getByText('应答还剩').waitFor()

  // Heating enters what the grid worker shows; the grid worker enters what water shows.
  let grid = await staffAt(browser, server, 'grid.mudan.01', 'phone')
  const heating = await staffAt(browser, server, 'handler.heating')
  await heating.goto(`/desk/case/${caseId}`)
  // The grid worker has not opened this whistle, and loses the network: the code is on the telephone all the same.
  const shown = await codeFor(grid, caseId, /供热/)
  await grid.waitForFunction((code) => localStorage.getItem('lianxin.codes.2')?.includes(code), shown)
  await grid.context().setOffline(true)
  await grid.getByText(/没有网络：\d+ 个到场码在这里/).waitFor()
  await grid
    .getByRole('region', { name: number })
    .getByText(`${shown.slice(0, 3)} ${shown.slice(3)}`)
    .waitFor()
  await choose(heating, '确认到场')
  await heating.getByRole('textbox', { name: '到场码' }).fill(shown)
  await confirm(heating, '确认到场')
  await callOf(HEATING).getByText('已到场').waitFor()
  const water = await staffAt(browser, server, 'handler.water')
  await grid.context().setOffline(false)
  await grid.goto(`/field/case/${caseId}`)
  await grid.getByRole('button', { name: '确认到场' }).click()
  // No camera, or none that may be used: it says so, and the digits are typed.
  await grid.getByRole('button', { name: '用相机读对方的码' }).click()
  await grid.getByRole('alert').filter({ hasText: '请直接输入六位码' }).waitFor()
  await grid.getByRole('textbox', { name: '到场码' }).fill(await codeFor(water, caseId, /社区/))
  // What is entered without a network is not lost and not entered twice: it goes out when there is one.
  await isKept(grid)
  const toShow = await codeFor(grid, unopened.caseId, /供水/)
  await grid.context().setOffline(true)
  await grid.getByRole('button', { name: '确认确认到场' }).click()
  await grid.getByText('还没有送到').waitFor()
  // The browser is closed and opened again, still without a network: the codes are there, and what waits.
  expect(troublesOf(grid)).toEqual([])
  await grid.close()
  grid = await grid.context().newPage()
  await grid.goto('/field')
  await grid.waitForURL('/codes?next=%2Ffield')
  await grid.getByText(`${number}：对方的码`).waitFor()
  const waits = grid.getByRole('region', { name: unopened.number })
  await waits.getByText(`${toShow.slice(0, 3)} ${toShow.slice(3)}`).waitFor()
  // A telephone that shows yesterday: a code that is valid now is not told to be of tomorrow.
  const slow = await grid.context().newPage()
  await slow.addInitScript(() => {
    const right = Date.now
    Date.now = () => right() - 86_400_000
  })
  await slow.goto('/codes')
  await slow.getByText(/是今天 \d\d:\d\d 有网络时留下的/).waitFor()
  await slow.close()
  // Nobody opened this one here since it was blown: its number is enough.
  await waits.getByText('对方出示码，我来输入').click()
  await waits.getByLabel('对方出示的六位码').fill(await codeFor(water, unopened.caseId, /社区/))
  await waits.getByRole('button', { name: '记下对方的码' }).click()
  await grid.getByText(`${unopened.number}：对方的码`).waitFor()
  await grid.context().setOffline(false)
  for (const one of [number, unopened.number]) await grid.getByText(`${one}：到场已确认`).waitFor()
  const { assignments } = await viewOf(grid, unopened.caseId)
  expect(assignments.map(({ unit, state }) => [unit.name, state])).toContainEqual([WATER, 'arrived'])
  // The worker kept files of the app, and no answer to anybody.
  expect(await keptPaths(grid)).toEqual([])
  await grid.goto(`/field/case/${caseId}`)
  await grid.getByText(`${WATER}到场，双方已确认。`).first().waitFor()
  // It came too late, and both sides' word says when: the call is over and its lateness stays.
  await callOf(WATER).getByText('已到场').waitFor()
  const arrived = (await viewOf(duty, caseId)).clocks.find(
    ({ clock, unitName }) => clock === 'arrive' && unitName === WATER,
  )
  expect(arrived?.stoppedAt).toBeGreaterThan(arrived?.dueAt ?? Number.POSITIVE_INFINITY)
  await heating.getByText(`${WATER}到场，双方已确认。`).first().waitFor()

  await choose(heating, '记联合处置')
  await heating.getByLabel('说明').fill('两家一起挖开，是废弃的供水支管，已封堵回填。')
  await confirm(heating, '记联合处置')
  await choose(heating, '本单位完成')
  await heating.getByLabel('说明').fill('确认没有供热管线。')
  await confirm(heating, '本单位完成')
  await moveAs(browser, server, 'handler.water', caseId, { move: 'finish', words: '支管已经封堵。' })

  await grid.getByText('供水服务中心完成了自己的部分。').first().waitFor()
  await grid.getByRole('button', { name: '确认解决' }).click()
  await grid.getByLabel('说明').fill('看过了，路面平了。')
  await press(grid, '确认解决')
  // What is rated needs nobody on the way: it leaves the wall.
  await whistle.waitFor({ state: 'detached' })
  await heating.getByText('确认已经解决。').first().waitFor()
  await choose(heating, '评价吹哨')
  for (const aspect of ['该不该吹', '说得清不清楚', '配合到不到位'])
    await heating.getByRole('group', { name: aspect }).getByText('满意', { exact: true }).click()
  await confirm(heating, '评价吹哨')
  await grid.getByText('评价了这次吹哨。').first().waitFor()
  await grid.getByRole('button', { name: '评价部门' }).click()
  await grid.getByLabel('哪个单位').selectOption({ label: HEATING })
  for (const aspect of ['态度', '作风', '成效']) await grid.getByLabel(aspect).selectOption({ label: '一般' })
  await press(grid, '评价部门')
  const rated = await viewOf(duty, caseId)
  expect(rated.counts).toMatchObject({ refused: 1 })
  expect(rated.state).toBe('rating')

  // When all are rated, the board counts it, and the subdistrict writes to the head of the unit, who answers in writing.
  const assignmentId = rated.assignments.find(({ unit }) => unit.name === WATER)?.id ?? ''
  const scores = { attitude: 5, style: 5, effect: 4 }
  const ratedBack = { needed: 5, clear: 4, together: 5 }
  await moveAs(browser, server, 'grid.mudan.01', caseId, { move: 'rateUnit', assignmentId, scores })
  await moveAs(browser, server, 'handler.water', caseId, { move: 'rateCall', scores: ratedBack })
  const street = await staffAt(browser, server, 'dispatcher.santaizi')
  await street.goto('/desk/whistles')
  await street.getByRole('button', { name: new RegExp(`看${WATER}`) }).click()
  await street.locator('.alert', { hasText: number }).getByText('超时到场').waitFor()
  await street.keyboard.press('Escape')
  await street.getByRole('button', { name: new RegExp(`看${HEATING}`) }).click()
  await street.locator('.alert', { hasText: number }).getByText('按时到场').waitFor()
  await street.getByRole('checkbox', { name: new RegExp(number) }).check()
  await street
    .getByLabel(new RegExp(`给${HEATING}负责人`))
    .fill('先推给供水，到场后配合得好。请固定一名联系人。')
  await street.getByRole('button', { name: '送出意见' }).click()
  await street.getByText('意见已经送到。').waitFor()
  const head = await staffAt(browser, server, 'lead.heating')
  await head
    .getByTitle(/份书面意见等本单位答复/)
    .first()
    .waitFor()
  await head.goto('/desk/whistles')
  const letter = head.getByRole('listitem').filter({ hasText: '先推给供水' })
  await letter.getByLabel('书面答复').fill('已定一名联系人，电话报给街道。')
  await letter.getByRole('button', { name: '送出答复' }).click()
  await street.getByText('已定一名联系人，电话报给街道。').waitFor()
  for (const page of [wall, duty, grid, heating, water, street, head]) expect(troublesOf(page)).toEqual([])
  for (const page of [wall, grid, heating, water, street, head]) await page.context().close()
})
