import type { DeliberationList } from '@lianxin/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, newVisit } from '../support/browser.ts'
import { choose, confirm, staffAt } from '../support/desk-hands.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

let server: RunningServer
let browser: Browser
let resident: Page
let desk: Page
beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  resident = await newVisit(browser, { url: server.url, screen: 'phone' })
  desk = await staffAt(browser, server, 'secretary.mudan')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** The question of the demonstration with these words, by which both sides open it. */
async function questionOf(words: string): Promise<string> {
  const list: DeliberationList = await (await resident.context().request.get('/api/deliberations')).json()
  const found = list.rows.find(({ proposal }) => proposal.includes(words))
  if (!found) throw new Error(`no question about ${words}`)
  return found.id
}

it('a building vote fails on area but passes on heads, and everybody reads by how much and by which law', async () => {
  const id = await questionOf('加装电梯')
  await resident.goto('/')
  await resident.getByRole('link', { name: /大家商量定的事/ }).click()
  await resident.getByRole('link', { name: /加装电梯/ }).click()
  await resident.getByText('还没有计票。').waitFor()

  await desk.goto(`/desk/case/${id}`)
  await choose(desk, '登记计票')
  const numbers = [120, 98, 79, 11_280, 8_960, 6_410]
  for (const [index, value] of numbers.entries())
    await desk.locator('.tally input').nth(index).fill(String(value))
  await desk.getByLabel('说明').fill('书面票，三名业主监票。')
  await desk.getByText('这段话会公开').waitFor()
  await confirm(desk, '登记计票')

  await resident.reload()
  const share = (name: string) => resident.locator('.lx-vote li').filter({ hasText: name })
  await share('同意人数').getByText('79 / 98 人（80.6%）').waitFor()
  await share('同意面积').getByText('6,410 / 8,960 平方米（71.5%）').waitFor()
  expect(await share('同意人数').textContent()).toContain('要 4 分之 3 以上。 达到了。')
  expect(await share('同意面积').textContent()).toContain('要 4 分之 3 以上。 没有达到。')
  await resident.getByText(/依据：民法典第二百七十八条/).waitFor()
  await resident.getByText('没有通过：同意面积不够').waitFor()
  await desk.getByText('没有通过：同意面积不够').first().waitFor()
})

it('an objection from a proved number is answered in writing, and only the answer is public', async () => {
  const id = await questionOf('东门')
  const words = '夜里货车多，我家 3 单元 501 太吵。'
  const answer = '有居民担心夜间噪声：晚十点后东门不放行货车。'
  await resident.goto(`/deliberations/${id}`)
  await resident.getByLabel('您的异议和理由').fill(words)
  await resident.getByLabel('手机号码').fill('13900000077')
  await resident.getByRole('button', { name: '发验证码' }).click()
  // Reading the message leaves the page; what was written is still there.
  await resident.getByRole('link', { name: '到这里看验证码' }).click()
  const message = resident.getByText(/验证码 \d{6}.*公示提出异议/).first()
  await message.waitFor()
  const code = /验证码 (\d{6})/.exec((await message.textContent()) ?? '')?.[1] ?? ''
  await resident.goto(`/deliberations/${id}`)
  await resident.getByLabel('短信里的 6 位验证码').fill(code)
  expect(await resident.getByLabel('您的异议和理由').inputValue()).toBe(words)
  await resident.getByRole('button', { name: '提交异议' }).click()
  await resident.getByText(/异议已登记，由牡丹社区居民委员会/).waitFor()

  await desk.goto(`/desk/case/${id}`)
  await desk.getByRole('listitem').filter({ hasText: '待答复' }).getByRole('link', { name: /^HG-/ }).click()
  await desk.locator('#main').getByText(words).waitFor()
  await choose(desk, '书面答复')
  await desk.getByText('说明理由，决议不变').click()
  await desk.getByLabel('说明', { exact: true }).fill(answer)
  await confirm(desk, '书面答复')

  await resident.goto(`/deliberations/${id}`)
  await resident.getByText(answer).waitFor()
  expect(await resident.locator('main').textContent()).not.toContain('501')
})

it('a decision in force becomes a task with a unit and a date, which everybody sees', async () => {
  const id = await questionOf('停车位')
  await desk.goto(`/desk/case/${id}`)
  await desk.getByRole('button', { name: '由它定下一件事' }).click()
  await desk.getByLabel('要办什么').fill('在南门内划两个临时停车位。')
  await desk.getByRole('combobox', { name: '由哪个单位办' }).fill('市政')
  await desk.keyboard.press('Enter')
  const due = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 16)
  await desk.getByLabel('什么时候要').fill(due)
  await desk.getByRole('button', { name: '交办', exact: true }).click()
  await desk.getByText(/已经交办：HG-/).waitFor()

  await resident.goto(`/deliberations/${id}`)
  const task = resident.getByRole('listitem').filter({ hasText: '在南门内划两个临时停车位。' })
  await task.getByText('皇姑区市政设施管理处').waitFor()
  await resident.getByText('由它定下的事（1/3 已落实）').waitFor()
})
