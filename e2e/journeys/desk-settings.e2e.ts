import { readFile } from 'node:fs/promises'
import { csvRow, ITEM_COLUMNS, readCsv } from '@lianxin/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuidV7 } from '../../packages/web/src/data/uuid-v7.ts'
import { launchBrowser, troublesOf } from '../support/browser.ts'
import { staffAt } from '../support/desk-hands.ts'
import { MODEL_COMMUNITY } from '../support/house-api.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

/** An item that the demonstration's district has added itself. */
const ITEM = '14500'

let server: RunningServer
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  page = await staffAt(browser, server, 'rules.district')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

it('a keeper of the rules gives a step another limit from a day on, and sees what holds until then', async () => {
  await page.goto('/desk/settings/stepLimits')
  const now = page.getByRole('region', { name: '现在生效' })
  await now.getByRole('region', { name: '诉求' }).getByText('4 工作小时').first().waitFor()
  await page.getByRole('button', { name: '修改' }).click()
  const requests = page.getByRole('group', { name: '诉求' })
  await requests.getByLabel('研判时限', { exact: true }).fill('2')
  await requests.getByText('改回 4 工作小时').waitFor()
  await page.getByRole('radio', { name: '指定时间' }).check()
  await page.getByLabel('生效时间（北京时间）').fill('2099-12-31T08:00')
  await page.getByLabel('为什么改', { exact: false }).fill('区政府专题会定的')
  await page.getByRole('button', { name: '决定' }).click()
  const planned = page.getByRole('region', { name: '已定、还没生效' })
  await planned.getByText('2 工作小时').waitFor()
  await planned.getByText('系统原有：4 工作小时').waitFor()
  expect(await now.getByText('本区另定').count()).toBe(0)
  await page.getByText('区政府专题会定的').waitFor()
})

it('a spreadsheet with one bad row changes nothing and says of each row what would become of it', async () => {
  await page.goto('/desk/settings/items')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出表格' }).click(),
  ])
  const sheet = await readFile(await download.path(), 'utf8')
  const [head = '', ...lines] = sheet.split('\r\n')
  const own = lines.filter((line) => /^\d{2}5\d{2},/.test(line))
  expect(own.length).toBeGreaterThan(1)
  const [first = '', second = ''] = own
  const wrong = second.replace(second.split(',')[0] ?? '', '99999')
  await page.getByRole('button', { name: '导入表格' }).click()
  const dialog = page.getByRole('dialog')
  const give = async (rows: readonly string[]) =>
    dialog.locator('input[type=file]').setInputFiles({
      ...{ name: 'items.csv', mimeType: 'text/csv' },
      buffer: Buffer.from([head, ...rows, ''].join('\r\n')),
    })
  await give([first, wrong])
  await dialog.getByText('没有变化 1，不能导入 1。').waitFor()
  const row = dialog.getByRole('row', { name: /99999/ })
  await row.getByText('不能导入').waitFor()
  expect(await row.locator('p').count()).toBeGreaterThan(0)
  expect(await dialog.getByRole('button', { name: /^导入 / }).isDisabled()).toBe(true)
  await dialog.getByRole('button', { name: '取消' }).click()
})

it('a sheet in which a ladder alone changes says so, and is taken in only as it was looked at', async () => {
  await page.goto('/desk/settings/items')
  const rows = readCsv(await (await page.request.get('/api/catalogue/items.csv')).text())
  const ladder = Object.keys(ITEM_COLUMNS).indexOf('ladder')
  const own = rows.findLastIndex(({ cells: [code = ''] }) => /^\d{2}5\d{2}$/.test(code) && code !== ITEM)
  const climbing = rows
    .map(({ cells }, index) => csvRow(index === own ? cells.with(ladder, '100% 街道') : cells))
    .join('')
  await page.getByRole('button', { name: '导入表格' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles({
    ...{ name: 'items.csv', mimeType: 'text/csv', buffer: Buffer.from(climbing) },
  })
  await dialog.getByText('新增 0，修改 1，').waitFor()
  const first = dialog.getByRole('row').nth(1)
  await first.getByText('修改', { exact: true }).waitFor()
  await first.getByText('升级步骤有改动').waitFor()
  // A colleague decides on a ladder meanwhile.
  const colleague = await page.request.post('/api/settings/itemLadders', {
    headers: { 'idempotency-key': uuidV7() },
    data: {
      seenVersion: 0,
      effectiveFrom: null,
      value: [{ item: ITEM, afterPercent: 300, to: 'community' }],
    },
  })
  expect(colleague.status()).toBe(200)
  await dialog.getByRole('button', { name: '导入 1 行' }).click()
  await dialog.getByText('这份表格还没有导入').waitFor()
  await dialog.getByRole('button', { name: '再试一次' }).click()
  await dialog.getByText('新增 0，修改 2，').waitFor()
  await dialog.getByRole('button', { name: '导入 2 行' }).click()
  await dialog.getByText('已导入：新增 0，修改 2，').waitFor()
  await dialog.getByRole('button', { name: '好', exact: true }).click()
})

it('a sheet of a rule names the cell that is wrong, and what is right becomes a draft that nobody has decided', async () => {
  await page.goto('/desk/settings/evaluation')
  await page.getByRole('button', { name: '导入表格' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles({
    ...{ name: 'evaluation.csv', mimeType: 'text/csv' },
    buffer: Buffer.from('编码,值\r\nminimumSample,40\r\nminimumGroup,很多\r\n'),
  })
  await dialog.getByText('读懂 1 行，不能用 1 行。').waitFor()
  const row = dialog.getByRole('row', { name: /最少评价人数/ })
  await row.getByText('现在是“很多”').waitFor()
  await row.getByText('应当是：3 到 100 的整数（人）').waitFor()
  await dialog.getByRole('button', { name: '不要这 1 行，把其余 1 行放进草稿' }).click()
  await page.getByRole('region', { name: '会有什么变化' }).getByText('40 件').waitFor()
  await page.getByRole('button', { name: '取消' }).click()
  await page.getByText('30 件').waitFor()
})

it('an item that open matters are about cannot be ended, and the matters are named', async () => {
  const answer = await page.request.post('/api/cases', {
    headers: { 'idempotency-key': uuidV7() },
    data: { words: '门口的电动车充不了电', where: { communityCode: MODEL_COMMUNITY }, itemCode: ITEM },
  })
  const { number } = await answer.json()
  await page.goto('/desk/settings/items')
  await page.getByRole('searchbox').fill(ITEM)
  await page.locator('.items-open').first().click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: '停用' }).click()
  await page.locator('.ant-popconfirm').getByRole('button', { name: '停用' }).click()
  await panel.getByText(number).waitFor()
  await panel.getByText('件没有办结的事用着这个事项').waitFor()
  expect(troublesOf(page)).toEqual([])
})
