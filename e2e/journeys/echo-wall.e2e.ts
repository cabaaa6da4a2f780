import type { Receipt } from '@lianxin/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuidV7 } from '../../packages/web/src/data/uuid-v7.ts'
import { launchBrowser, newVisit } from '../support/browser.ts'
import { followMatter, MODEL_COMMUNITY, signIn } from '../support/house-api.ts'
import { focusIsSeen, tabTo } from '../support/keyboard.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { bringToVerdict } from '../support/staff-moves.ts'

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

const WORDS = '凉亭东边的座椅断了两条腿，王大爷差点摔着，电话13900000001。'

/** A face that nobody has, and a number that no car has. */
const DRAWN_PHOTO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 390 844" width="390" height="844">
  <defs><radialGradient id="skin" cx="0.4" cy="0.4"><stop offset="0" stop-color="#f0c5a0"/><stop offset="1" stop-color="#c98f68"/></radialGradient></defs>
  <rect width="390" height="844" fill="#8c9296"/>
  <g transform="translate(190 330)">
    <path d="M-110 190 q10 -90 110 -95 q100 5 110 95 z" fill="#3b4a63"/><rect x="-20" y="70" width="40" height="40" fill="#d9a27b"/>
    <ellipse cy="10" rx="52" ry="70" fill="url(#skin)"/><path d="M-55 -10 C-60 -90 60 -90 55 -10 C45 -50 -45 -50 -55 -10" fill="#221a16"/>
    <path d="M-34 -12 q14 -8 26 0 M8 -12 q14 -8 26 0" stroke="#2a1d15" stroke-width="5" fill="none"/>
    <ellipse cx="-20" cy="3" rx="10" ry="5" fill="#fff"/><ellipse cx="20" cy="3" rx="10" ry="5" fill="#fff"/>
    <circle cx="-20" cy="3" r="5" fill="#20140f"/><circle cx="20" cy="3" r="5" fill="#20140f"/>
    <path d="M-4 5 q-7 22 -9 27 q10 7 24 0" stroke="#a5734f" stroke-width="4" fill="none"/><path d="M-20 50 q20 10 40 0 q-20 16 -40 0" fill="#a8433f"/>
  </g>
  <g transform="translate(190 650)"><rect width="156" height="50" rx="4" fill="#1846a0"/><text x="78" y="38" font-family="monospace" font-weight="bold" font-size="36" text-anchor="middle" fill="#fff">B0Z0Z0B</text></g></svg>`

/** The drawing as a photo of twice its size. Painted by the page: a screenshot may fail where the machine is busy. */
async function painted(page: Page, svg: string): Promise<Buffer> {
  const png = await page.evaluate(async (text) => {
    const image = new Image()
    image.src = `data:image/svg+xml,${encodeURIComponent(text)}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width * 2
    canvas.height = image.height * 2
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return canvas.toDataURL('image/png')
  }, svg)
  return Buffer.from(png.slice(png.indexOf(',') + 1), 'base64')
}

/** A matter with a photo, raised on the phone of somebody who then follows it. */
async function raise(page: Page): Promise<Receipt> {
  const { request } = page.context()
  const buffer = await painted(page, DRAWN_PHOTO)
  const sent = await request.post('/api/files', {
    multipart: { file: { name: 'bench.png', mimeType: 'image/png', buffer } },
  })
  const { fileId }: { fileId: string } = await sent.json()
  const raised = await request.post('/api/cases', {
    headers: { 'idempotency-key': uuidV7() },
    data: { words: WORDS, where: { communityCode: MODEL_COMMUNITY }, fileIds: [fileId] },
  })
  return raised.json()
}

it('an answer goes on the wall with consent, is found, followed by “me too”, and gone when consent is taken back', async () => {
  const resident = await newVisit(browser, { url: server.url, screen: 'phone' })
  const receipt = await raise(resident)
  await followMatter(resident, receipt)
  await bringToVerdict(browser, server, receipt.caseId)

  // The verdict, and the question beside it: no until somebody says yes.
  await resident.goto('/follow/case')
  await resident.locator('label').filter({ hasText: '解决了' }).click()
  await resident.getByRole('button', { name: '提交评价' }).click()
  await resident.getByText('您没有同意，所以不会公开').waitFor()
  await resident.getByRole('button', { name: '同意公开' }).click()
  await resident.getByText('您同意了').waitFor()

  // At the desk a person opens the original for a purpose, decides on each finding, marks the photo, looks again, publishes.
  const desk = await newVisit(browser, { url: server.url, screen: 'desktop' })
  await signIn(desk, server.account('community.mudan'))
  await desk.goto(`/desk/case/${receipt.caseId}`)
  await desk.getByRole('link', { name: '整理公开的答复' }).click()
  await desk.getByRole('button', { name: '说明用途，打开原文' }).click()
  const preview = desk.getByRole('button', { name: '再看一遍' })
  await preview.waitFor()
  expect(await preview.isDisabled()).toBe(true)
  await desk.getByRole('button', { name: '删去“13900000001”' }).click()
  await desk.getByRole('button', { name: '删去“王大爷”' }).click()
  await desk.getByRole('button', { name: /原照片 1/ }).click()
  // Face and plate of the photo are found on this device, and wait until they are covered; another rectangle is drawn beside.
  await desk.getByText('有 2 处像人脸或号牌').waitFor({ timeout: 60_000 })
  const found = await desk.getByRole('button', { name: '像人脸 1：遮住' }).boundingBox()
  const photo = await desk.getByAltText('原照片，不公开').boundingBox()
  const plate = await desk.getByRole('button', { name: '像号牌 2：遮住' }).boundingBox()
  if (!found || !photo || !plate) throw new Error('the face, the plate or their photo is not to be seen')
  expect((plate.x + plate.width / 2 - photo.x) / photo.width).toBeCloseTo(268 / 390, 1)
  expect((plate.y + plate.height / 2 - photo.y) / photo.height).toBeCloseTo(675 / 844, 1)
  expect((found.x + found.width / 2 - photo.x) / photo.width).toBeCloseTo(190 / 390, 1)
  expect((found.y + found.height / 2 - photo.y) / photo.height).toBeCloseTo(340 / 844, 1)
  await desk.getByRole('button', { name: '加一个框' }).click()
  await desk.getByRole('button', { name: '遮住的框 1' }).press('ArrowLeft')
  const make = desk.getByRole('button', { name: '做成公开版' })
  await desk.getByText(/我看过了/).click()
  expect(await make.isDisabled()).toBe(true)
  await desk.getByRole('button', { name: '像人脸 1：遮住' }).click()
  await desk.getByRole('button', { name: '像号牌 1：遮住' }).click()
  await desk.getByRole('button', { name: '遮住的框 3' }).waitFor()
  // What was confirmed was another picture.
  expect(await make.isDisabled()).toBe(true)
  await desk.getByText(/我看过了/).click()
  await make.click()
  await desk.getByRole('list', { name: '要公开的照片' }).waitFor()
  await preview.click()
  await desk.getByRole('heading', { name: '公开以后大家看到的样子' }).waitFor()
  await desk.getByRole('button', { name: '公开', exact: true }).click()
  await desk.getByText('已经放到回音壁上了').waitFor()

  // Anybody finds it by its words; neither the name nor the number is there.
  const neighbour = await newVisit(browser, { url: server.url, screen: 'phone' })
  await neighbour.goto('/echo')
  await neighbour.getByRole('textbox', { name: '找一找' }).fill('凉亭 座椅')
  await neighbour.getByRole('button', { name: '搜索' }).click()
  await neighbour.getByText('找到 1 条').waitFor()
  const card = neighbour.locator('article')
  expect(await card.textContent()).toContain('某居民差点摔着')
  expect(await card.textContent()).not.toMatch(/王大爷|1390000/)
  await expect
    .poll(() => card.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0)
  await card.getByRole('link').click()
  await neighbour.getByRole('button', { name: /我也遇到过/ }).click()
  await neighbour.getByText(/您的关注码/).waitFor()
  await neighbour.getByRole('link', { name: '看看办得怎么样' }).click()
  await neighbour.locator('.lx-echo-kept button').click()
  await neighbour.getByText('1 人也遇到了').waitFor()
  const code = (await neighbour.locator('input').inputValue()).trim()
  expect(code).toMatch(/^[2-9A-Z-]{15}$/)

  await desk.goto(`/desk/case/${receipt.caseId}`)
  await desk.getByText('1 人也遇到了，其中 0 人留了号码').waitFor()

  // The requester takes the consent back: the wall forgets it at once.
  await resident.reload()
  await resident.getByRole('link', { name: '看看公开的是什么' }).waitFor()
  await resident.getByRole('button', { name: '不同意了，马上撤下' }).click()
  await resident.getByText('您没有同意，所以不会公开').waitFor()
  await neighbour.goto('/echo?q=凉亭 座椅')
  await neighbour.getByText('没有找到').waitFor()
})

it('an answer is opened and followed by keyboard alone, with the focus in sight at every step', async () => {
  const page = await newVisit(browser, { url: server.url, screen: 'phone' })
  const { keyboard } = page
  await page.goto('/echo')
  await page.locator('.lx-echo-card a').first().waitFor()
  await tabTo(page, '.lx-echo-card a')
  expect(await focusIsSeen(page)).toBe(true)
  await keyboard.press('Enter')
  await page.locator('.lx-me-too').waitFor()
  await tabTo(page, '.lx-me-too button')
  await keyboard.press('Enter')
  await page.getByText(/您的关注码/).waitFor()
  // The button is gone: the focus is on what came in its place.
  expect(await focusIsSeen(page)).toBe(true)
  await tabTo(page, 'a[href="/echo/me-too"]')
  await keyboard.press('Enter')
  await page.locator('.lx-echo-kept button').first().waitFor()
  await tabTo(page, '.lx-echo-kept button')
  await keyboard.press('Enter')
  await page.getByText('人也遇到了').first().waitFor()
  expect(await focusIsSeen(page)).toBe(true)
})

it('whoever is about to raise the same sees that somebody did, and no word of it', async () => {
  const first = await newVisit(browser, { url: server.url, screen: 'phone' })
  await first.context().request.post('/api/cases', {
    headers: { 'idempotency-key': uuidV7() },
    data: {
      words: '北门岗亭的秘密原话，路灯不亮。',
      itemCode: '13080',
      where: { communityCode: MODEL_COMMUNITY },
    },
  })
  const page = await newVisit(browser, { url: server.url, screen: 'phone' })
  const near = await page.context().request.post('/api/echo/near', {
    data: { where: { communityCode: MODEL_COMMUNITY }, words: '路灯不亮' },
  })
  const text = await near.text()
  expect(text).toContain('路灯不亮')
  expect(text).not.toContain('秘密原话')
  expect(text).not.toMatch(/HG-\d/)
  const { open }: { open: { ref: string }[] } = JSON.parse(text)
  const said = await page.context().request.post('/api/echo/me-too', {
    headers: { 'idempotency-key': uuidV7() },
    data: { ref: open[0]?.ref },
  })
  expect(said.ok()).toBe(true)
  const { followCode }: { followCode: string } = await said.json()
  await page.goto('/echo/me-too')
  await page.getByRole('textbox', { name: '关注码' }).fill(followCode.toLowerCase())
  await page.getByRole('button', { name: '查看' }).click()
  await page.getByText('牡丹社区 · 路灯不亮').waitFor()
  await page.getByRole('button', { name: '不再关注' }).click()
  await page.getByText('已经不再关注').waitFor()
})
