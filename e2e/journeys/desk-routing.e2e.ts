import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, troublesOf } from '../support/browser.ts'
import { staffAt } from '../support/desk-hands.ts'
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

it('a dispatcher writes a rule in plain words, sees whom it would have moved, and puts it into force', async () => {
  const page = await staffAt(browser, server, 'dispatcher.district')
  await page.goto('/desk/routing')
  await page.getByText('夜间施工扰民').first().waitFor()
  await page.getByRole('button', { name: '修改规则' }).click()
  await page.getByRole('button', { name: '加一条规则' }).click()

  const editor = page.getByRole('dialog')
  await editor.getByRole('button', { name: '放进草稿' }).click()
  await editor.getByRole('alert').getByText('请选一个主办单位').waitFor()
  const choose = async (field: string, option: string) => {
    await editor.getByLabel(field, { exact: true }).fill(option)
    await page.locator('.ant-select-item-option', { hasText: option }).first().click()
  }
  await choose('事项', '供热（整类）')
  await page.keyboard.press('Escape')
  await choose('主办单位', '所在街道')
  await choose('协办单位', '皇姑区供热服务中心')
  await page.keyboard.press('Escape')
  await editor.getByText('事项属于供热').waitFor()
  await editor.getByRole('button', { name: '放进草稿' }).click()

  // By keyboard: up one place, and the focus goes with it.
  const up = page.getByRole('button', { name: '第 6 条往前移' })
  await up.focus()
  await page.keyboard.press('Enter')
  await page.getByText('第 6 条移到了第 5 条').waitFor({ state: 'attached' })
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('第 5 条往前移')

  await page.getByRole('button', { name: '保存草稿' }).click()
  // The last whole month comes first; the demonstration's matters are of the last weeks.
  const period = page.getByRole('combobox', { name: '用哪段时间的' })
  await period.focus()
  await period.press('Enter')
  await page.locator('.ant-select-item-option', { hasText: '最近 30 天' }).click()
  await page.getByRole('button', { name: '试算', exact: true }).click()
  const row = page.getByRole('row', { name: /室温不达标/ }).first()
  await row.getByText('第 5 条').waitFor()
  expect(await row.getByRole('link').getAttribute('href')).toMatch(/^\/desk\/case\//)

  await page.getByRole('button', { name: '让草稿生效' }).click()
  await page.getByRole('heading', { name: '已经定下、还没生效的规则' }).waitFor()
  expect(troublesOf(page)).toEqual([])
  await page.context().close()
})

it('whoever reads how reliable suggestions are is told that made-up words prove nothing', async () => {
  const page = await staffAt(browser, server, 'dispatcher.district')
  await page.goto('/desk/routing/reliability')
  await page.getByText('演示区的文字是编出来的').waitFor()
  await page.getByText('件才用学来的建议').waitFor()
  await page.context().close()
})
