import type { CaseView, Me } from '@lianxin/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, newVisit, troublesOf } from '../support/browser.ts'
import { choose, confirm, staffAt } from '../support/desk-hands.ts'
import { followMatter, reportMatter } from '../support/house-api.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { moveAs } from '../support/staff-moves.ts'

const FIRST = 'mediator.mudan.01'
const SECOND = 'mediator.mudan.02'
const AGREEMENT = '晚上十点以后不跳操，双方互留电话。'

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

const visit = (): Promise<Page> => newVisit(browser, { url: server.url, screen: 'phone' })
const read = async <T>(page: Page, path: string): Promise<T> =>
  (await page.context().request.get(path)).json()

/** A step of a party that needs nothing but a yes: opened, read and sent. */
async function agree(page: Page, step: string, send: string, told: RegExp): Promise<void> {
  await page.goto('/follow/case')
  await page.getByRole('button', { name: step, exact: true }).click()
  await page.getByRole('button', { name: send, exact: true }).click()
  await page.getByText(told).first().waitFor()
}

it('a quarrel behind a request becomes an agreement that both sides confirm, and the request goes on without it', async () => {
  const resident = await visit()
  const request = await reportMatter(resident, '楼上夜里跳操，说了几次都不听。')
  await followMatter(resident, request)
  const worker = await staffAt(browser, server, 'community.mudan')
  await worker.goto(`/desk/case/${request.caseId}`)
  await worker.locator('.actions-bar').getByRole('button', { name: '其他操作' }).click()
  await worker.getByRole('menuitem', { name: /建议调解/ }).click()
  await worker.getByLabel('说明').fill('可以请人民调解员帮两家谈一谈。')
  await confirm(worker, '建议调解')
  await agree(resident, '同意请人调解', '同意', /您已同意/)

  const committee = await staffAt(browser, server, FIRST)
  await committee.goto(`/desk/case/${request.caseId}`)
  await committee.getByRole('link', { name: '由此登记一件' }).click()
  await committee.getByText('诉求人已经同意调解').waitFor()
  await committee.locator('#new-words').fill('夜里跳操，楼下一家睡不好。')
  await committee.getByLabel('当事人 1 姓名').fill('司马试验')
  await committee.getByRole('button', { name: '登记', exact: true }).click()
  const receipt = (await committee.getByText(/编号 \S+ · 查询码 \S+/).textContent()) ?? ''
  const [, number = '', followCode = ''] = /编号 (\S+) · 查询码 (.+)/.exec(receipt) ?? []
  const caseId =
    (await committee.getByRole('link', { name: '打开这件事' }).getAttribute('href'))?.split('/').pop() ?? ''

  // The requester finds the own way in; the other side has a code of its own and answers for itself.
  await resident.reload()
  await resident.getByRole('button', { name: '打开我的调解' }).click()
  await resident.getByText('您：同意调解').waitFor()
  const other = await visit()
  await followMatter(other, { ...request, number, followCode })
  await agree(other, '同意调解', '同意', /您已同意/)

  const mediator = await staffAt(browser, server, SECOND)
  const { name } = await read<Me>(mediator, '/api/me')
  const { moves } = await read<CaseView>(committee, `/api/cases/${caseId}`)
  const people = moves.find(({ move }) => move === 'propose')?.people ?? []
  const personId = people.find((one) => one.name === name)?.id ?? ''
  await moveAs(browser, server, FIRST, caseId, { move: 'propose', personId })
  await moveAs(browser, server, SECOND, caseId, { move: 'accept' })
  await mediator.goto(`/desk/case/${caseId}`)
  await choose(mediator, '拟协议')
  await mediator.getByText('书面协议', { exact: true }).click()
  await mediator.getByLabel('说明').fill(AGREEMENT)
  await confirm(mediator, '拟协议')
  for (const party of [resident, other]) {
    await party.goto('/follow/case')
    await party.getByText(AGREEMENT).first().waitFor()
    await agree(party, '确认协议', '我看清楚了，确认', /您已确认/)
  }
  await mediator.getByText('协议生效，履行中').first().waitFor()
  await choose(mediator, '记回访')
  await mediator.getByLabel('说明').fill('这一周没有再跳。')
  await confirm(mediator, '记回访')

  // Whoever handles the request sees that it was taken on, and nothing of what is said in it.
  await worker.reload()
  await worker.getByText('受理了调解').first().waitFor()
  for (const secret of [number, '司马试验', AGREEMENT]) expect(await worker.content()).not.toContain(secret)
  expect((await worker.context().request.get(`/api/cases/${caseId}`)).status()).toBe(404)
  for (const page of [resident, other, committee, mediator, worker]) expect(troublesOf(page)).toEqual([])
})
