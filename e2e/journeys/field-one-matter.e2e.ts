import type { Receipt } from '@lianxin/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuidV7 } from '../../packages/web/src/data/uuid-v7.ts'
import { launchBrowser, troublesOf } from '../support/browser.ts'
import { staffAt } from '../support/desk-hands.ts'
import { MODEL_COMMUNITY } from '../support/house-api.ts'
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

/** A matter in the first grid of the model community, whose worker is grid.mudan.01. */
async function raiseInFirstGrid(page: Page, words: string): Promise<Receipt> {
  const { request } = page.context()
  const compounds: { buildings: { id: string; gridCode: string }[] }[] = await (
    await request.get(`/api/places/${MODEL_COMMUNITY}/compounds`)
  ).json()
  const building = compounds
    .flatMap(({ buildings }) => buildings)
    .find(({ gridCode }) => gridCode.endsWith('001'))
  if (!building) throw new Error('the first grid has no building')
  const answer = await request.post('/api/cases', {
    headers: { 'idempotency-key': uuidV7() },
    data: { words, where: { buildingId: building.id } },
  })
  return answer.json()
}

/** A photograph, made by the browser itself. */
async function photograph(): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 640, height: 480 } })
  await page.setContent('<body style="background: linear-gradient(#b5651d, #223344)">')
  const photo = await page.screenshot({ type: 'jpeg' })
  await page.close()
  return photo
}

it('a grid worker takes a matter up and tells the result with a photo, with one thumb', async () => {
  const page = await staffAt(browser, server, 'grid.mudan.01', 'phone')
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor()
  const receipt = await raiseInFirstGrid(page, '楼道里堆着生活垃圾，味道很大。')

  // It appears by itself, and its card carries the one thing to do next.
  const card = page.locator('.case-card', { hasText: receipt.number })
  await card.waitFor()
  await card.getByRole('link', { name: `自己办：${receipt.number}` }).tap()
  await page.getByRole('heading', { name: '自己办' }).waitFor()
  await page.getByRole('button', { name: '确认自己办' }).waitFor()
  const items = page.locator('.move-form select').last()
  await items.waitFor()
  if (
    (await page.locator('.move-form [role=radio][aria-checked=true], .move-form input:checked').count()) === 0
  )
    await items.selectOption({ index: 1 })
  await page.getByRole('button', { name: '确认自己办' }).tap()
  await page.getByText('“自己办”已完成').waitFor()

  await page.getByRole('button', { name: '反馈结果' }).tap()
  await page.locator('.move-form textarea').fill('和业主一起清理干净了。')
  await page.locator('.move-form input[type=file]').setInputFiles({
    name: 'after.jpg',
    mimeType: 'image/jpeg',
    buffer: await photograph(),
  })
  await page.locator('.lx-photo[data-state=ready]').waitFor()
  await page.getByRole('button', { name: '确认反馈结果' }).tap()
  await page.getByText('“反馈结果”已完成').waitFor()
  await page.getByText('和业主一起清理干净了。').waitFor()
  expect(await page.locator('.lx-timeline img').count()).toBe(1)
  expect(troublesOf(page)).toEqual([])
  await page.context().close()
})

it('what a worker wrote stays on the phone when the network goes, and goes out by itself when it is back', async () => {
  const page = await staffAt(browser, server, 'grid.mudan.01', 'phone')
  const receipt = await raiseInFirstGrid(page, '单元门口的垃圾桶满了两天。')
  await page.goto(`/field/case/${receipt.caseId}?move=takeUp`)
  await page.getByRole('button', { name: '确认自己办' }).waitFor()
  await page.locator('.move-form textarea').fill('下午带人来清。')
  const items = page.locator('.move-form select').last()
  await items.selectOption({ index: 1 })
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '确认自己办' }).tap()
  await page.getByText('现在连不上网络。').waitFor()
  expect(await page.locator('.move-form textarea').inputValue()).toBe('下午带人来清。')
  await page.context().setOffline(false)
  await page.getByText('“自己办”已完成').waitFor()
  await page.getByText('下午带人来清。').waitFor()
  await page.context().close()
})
