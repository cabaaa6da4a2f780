import type { Raised } from '@lianxin/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuidV7 } from '../../packages/web/src/data/uuid-v7.ts'
import { launchBrowser, troublesOf } from '../support/browser.ts'
import { staffAt } from '../support/desk-hands.ts'
import { MODEL_COMMUNITY } from '../support/house-api.ts'
import { focusIsSeen, tabTo } from '../support/keyboard.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { moveAs } from '../support/staff-moves.ts'

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

/** Counts every touch of the screen from here on. */
async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const count = () => {
      const { dataset } = document.body
      dataset['taps'] = String(Number(dataset['taps'] ?? 0) + 1)
    }
    document.addEventListener('pointerdown', count, true)
  })
  return async () => Number(await page.evaluate(() => document.body.dataset['taps'] ?? '0'))
}

const raisedIn = (page: Page): Promise<Raised> =>
  page
    .waitForResponse((answer) => new URL(answer.url()).pathname === '/api/cases/raised' && answer.ok())
    .then((answer) => answer.json())

it('what was settled on the spot is written down in three taps', async () => {
  const page = await staffAt(browser, server, 'grid.mudan.01', 'phone')
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor()
  await page.locator('.case-card').first().waitFor()
  const taps = await countTaps(page)
  const answer = raisedIn(page)
  await page.getByRole('link', { name: '当场办好', exact: true }).tap()
  await page.locator('.lx-card-choice', { hasText: '楼道里堆了东西' }).tap()
  await page.getByRole('button', { name: '办好了，记下' }).tap()
  const raised = await answer
  await page.getByText(`${raised.number} 已记下：当场办好`).waitFor()
  expect(raised.state).toBe('selfHandled')
  expect(await taps()).toBeLessThanOrEqual(3)
  expect(troublesOf(page)).toEqual([])
})

it('the same by keyboard alone, and a step that is opened and left gives the focus back', async () => {
  const page = await staffAt(browser, server, 'grid.mudan.01', 'phone')
  const { keyboard } = page
  await page.locator('.case-card').first().waitFor()
  await tabTo(page, 'a[href="/field/spot"]')
  expect(await focusIsSeen(page)).toBe(true)
  await keyboard.press('Enter')
  await page.locator('.lx-card-choice').first().waitFor()
  await tabTo(page, '.lx-card-choice input')
  await keyboard.press('ArrowDown')
  expect([await page.locator('.lx-card-choice input:checked').count(), await focusIsSeen(page)]).toEqual([
    1,
    true,
  ])
  await tabTo(page, '.lx-entry-send button[type=submit]')
  await keyboard.press('Enter')
  await page.getByText(/已记下：当场办好/).waitFor()

  await tabTo(page, '.case-card a')
  await keyboard.press('Enter')
  await page.locator('.move-choice').first().waitFor()
  await tabTo(page, '.move-choice button')
  const name = await page.locator('.move-choice button').first().textContent()
  await keyboard.press('Enter')
  await page.locator('.move-form h2').waitFor()
  expect(await page.locator('.move-form h2').evaluate((one) => one === document.activeElement)).toBe(true)
  await keyboard.press('Escape')
  await page.locator('.move-form').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name)
  expect(await focusIsSeen(page)).toBe(true)
})

it('words survive a lost network, and are sent once', async () => {
  const page = await staffAt(browser, server, 'grid.mudan.01', 'phone')
  await page.goto('/field/report')
  await page.getByLabel('发现了什么').fill('三号楼东侧路面塌了一小块。')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '先记下，我来办' }).tap()
  await page.getByText('现在连不上网络。').waitFor()
  expect(await page.getByLabel('发现了什么').inputValue()).toBe('三号楼东侧路面塌了一小块。')
  await page.context().setOffline(false)
  const answer = raisedIn(page)
  await page.getByRole('button', { name: '先记下，我来办' }).tap()
  const raised = await answer
  expect(raised.state).toBe('found')
  await page.locator('.case-card', { hasText: raised.number }).waitFor()
  expect(await page.locator('.case-card', { hasText: '三号楼东侧路面塌了一小块。' }).count()).toBe(1)
})

it('what the grid cannot settle goes up, is dispatched and handled, and closes when somebody else has looked', async () => {
  const page = await staffAt(browser, server, 'grid.mudan.01', 'phone')
  await page.goto('/field/report')
  await page.getByLabel('发现了什么').fill('小区里一盏路灯不亮，晚上看不见台阶。')
  await page.locator('.lx-card-choice', { hasText: '路灯不亮' }).first().tap()
  const answer = raisedIn(page)
  await page.getByRole('button', { name: '上报社区' }).tap()
  const { caseId, number } = await answer
  await page.getByText(`${number} 已记下：待研判`).waitFor()

  await moveAs(browser, server, 'community.mudan', caseId, { move: 'triage', itemCode: '11081' })
  const desk = await staffAt(browser, server, 'dispatcher.district', 'desktop')
  await desk.goto(`/desk/case/${caseId}`)
  await desk.getByText('发现', { exact: true }).first().waitFor()
  const units: { id: string; code: string }[] = await (await desk.context().request.get('/api/units')).json()
  const unitId = units.find(({ code }) => code === 'heating')?.id ?? ''
  await moveAs(browser, server, 'dispatcher.district', caseId, {
    move: 'dispatch',
    units: [{ unitId, role: 'lead' }],
  })
  await moveAs(browser, server, 'handler.heating', caseId, { move: 'sign' })
  await moveAs(browser, server, 'handler.heating', caseId, { move: 'feedback', words: '修好了。' })

  await page.goto(`/field/case/${caseId}`)
  await page.getByRole('button', { name: '核查通过', exact: true }).tap()
  await page.getByRole('button', { name: '确认核查通过' }).tap()
  await page.getByText('“核查通过”已完成').waitFor()
  await page.getByText('这件事已经办完，没有要做的了。').waitFor()
  expect(troublesOf(page)).toEqual([])
})

it('a place beyond the own grid is refused with a hint', async () => {
  const page = await staffAt(browser, server, 'grid.mudan.01', 'phone')
  const { request } = page.context()
  const refused = await request.post('/api/cases/raised', {
    headers: { 'idempotency-key': uuidV7() },
    data: { kind: 'finding', words: '别处的事', where: { gridCode: `${MODEL_COMMUNITY}002` } },
  })
  expect(refused.status()).toBe(422)
  expect((await refused.json()).title).toContain('不在您负责的范围内')
})
