import type { DemoMessage, FollowView, Receipt, TopicView } from '@lianxin/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuidV7 } from '../../packages/web/src/data/uuid-v7.ts'
import { launchBrowser, newVisit } from '../support/browser.ts'
import { choose, confirm, ownUnitOf, staffAt } from '../support/desk-hands.ts'
import { followMatter, MODEL_COMMUNITY, reportMatter } from '../support/house-api.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { bringToVerdict, moveAs } from '../support/staff-moves.ts'
import { takeScreenshot } from '../support/take-screenshot.ts'

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

/** A matter of one's own, open on the phone. */
async function ownMatter(words: string): Promise<{ page: Page; receipt: Receipt }> {
  const page = await visit()
  const receipt = await reportMatter(page, words)
  await followMatter(page, receipt)
  return { page, receipt }
}

async function notSolved(page: Page, words: string): Promise<void> {
  await page.locator('label').filter({ hasText: '没解决' }).click()
  await page.getByRole('textbox').fill(words)
}

it('“not solved” reopens the matter, the second verdict closes it, and a neighbour whose matter was joined has a verdict of their own', async () => {
  const { page, receipt } = await ownMatter('楼下垃圾三天没有清运。')
  const neighbour = await ownMatter('三单元门口也堆着。')
  const joined = { move: 'merge', otherId: receipt.caseId }
  await moveAs(browser, server, 'community.mudan', neighbour.receipt.caseId, joined)
  await bringToVerdict(browser, server, receipt.caseId)
  await neighbour.page.goto('/follow/case')
  await notSolved(neighbour.page, '三单元这边没有清。')
  await page.goto('/follow/case')
  await notSolved(page, '只清了一半。')
  await page.getByRole('button', { name: '提交，要求重新办理' }).click()
  await page.getByRole('heading', { level: 1, name: /您说没有解决/ }).waitFor()
  // It is being worked on again while the neighbour writes: that is said, the words wait, and the question is asked anew.
  const send = neighbour.page.getByRole('button', { name: '提交，要求重新办理' })
  // The page may have asked by itself a moment before: then there is nothing to press any more.
  await send.click({ timeout: 2_000 }).catch(() => undefined)
  for (const told of ['办好再来问您', '您写的话还在']) await neighbour.page.getByText(told).waitFor()

  await bringToVerdict(browser, server, receipt.caseId)
  await page.reload()
  await page.locator('label').filter({ hasText: '解决了' }).click()
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.getByRole('heading', { level: 1, name: /办结/ }).waitFor()
  await page.getByText('重新办理过 1 次').waitFor()
  await page.getByRole('button', { name: '要求重新办理' }).waitFor()

  await neighbour.page.goto('/follow/case')
  for (const told of ['您只评价自己这一件', '可以再反映一次']) await neighbour.page.getByText(told).waitFor()
  expect(await neighbour.page.getByRole('textbox').count()).toBe(0)
  await neighbour.page.locator('label').filter({ hasText: '没解决' }).click()
  expect(await neighbour.page.getByRole('textbox').inputValue()).toBe('三单元这边没有清。')
  await neighbour.page.locator('.lx-star').nth(1).click()
  await takeScreenshot(neighbour.page, 'joined-verdict')
  await neighbour.page.getByRole('button', { name: '提交，要求重新办理' }).click()
  await neighbour.page.getByRole('heading', { level: 1, name: /您说没有解决/ }).waitFor()
  await neighbour.page.getByText('您的评价：没解决').waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: /办结/ }).waitFor()
})

it('who read the matter stands on the page, with unit and reason', async () => {
  const { page, receipt } = await ownMatter('健身器材松动了。')
  await page.goto('/follow/case')
  await page.getByText('还没有人看过').waitFor()
  await moveAs(browser, server, 'community.mudan', receipt.caseId, { move: 'triage', itemCode: '01002' })
  await expect
    .poll(
      async () => {
        await page.reload()
        await page.locator('#readers').waitFor()
        await page.waitForLoadState('networkidle')
        return page.locator('.lx-reads').count()
      },
      { timeout: 30_000 },
    )
    .toBe(1)
  expect(await page.locator('.lx-reads').textContent()).toContain('牡丹社区')
})

it('when somebody else was faster, the words stay and go out with the next press', async () => {
  const { page, receipt } = await ownMatter('门口台阶碎了一块。')
  await page.goto('/follow/case')
  await page.getByRole('button', { name: '补充情况' }).click()
  await page.getByRole('textbox').fill('又碎了一块。')
  await moveAs(browser, server, 'community.mudan', receipt.caseId, { move: 'triage', itemCode: '01002' })
  await page.getByRole('button', { name: '补充', exact: true }).click()
  await page.getByText('这件事刚有新进展').waitFor()
  expect(await page.getByRole('textbox').inputValue()).toBe('又碎了一块。')
  await page.getByRole('button', { name: '补充', exact: true }).click()
  await page.getByText('补充的情况已经送到').waitFor()
  await page.locator('.lx-step').getByText('又碎了一块。').waitFor()
})

it('when the session ends, the words wait until the code is entered again', async () => {
  const { page, receipt } = await ownMatter('雨棚漏水。')
  await page.goto('/follow/case')
  await page.getByRole('button', { name: '补充情况' }).click()
  await page.getByRole('textbox').fill('昨晚又漏了。')
  await page.context().clearCookies()
  await page.getByRole('button', { name: '补充', exact: true }).click()
  await page.getByText('请再输入一次').waitFor()
  expect(await page.locator('[data-field=number] input').inputValue()).toBe(receipt.number)
  await page.locator('[data-field=code] input').fill(receipt.followCode.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: '查看' }).click()
  await page.waitForURL('**/follow/case')
  await expect.poll(() => page.getByRole('textbox').inputValue()).toBe('昨晚又漏了。')
})

it('a link carries number and code behind the # and leaves neither in the address bar', async () => {
  const { page, receipt } = await ownMatter('楼梯扶手松了。')
  await page.context().clearCookies()
  const link = new URLSearchParams({ number: receipt.number, code: receipt.followCode })
  await page.goto(`/follow#${link}`)
  await page.waitForURL('**/follow/case')
  await page.getByText(receipt.number).waitFor()
  await page.goBack()
  expect(page.url()).not.toContain(receipt.followCode)
})

it('without the code, the phone that was left opens the matter with a one-time code', async () => {
  const page = await visit()
  const phone = '13900001234'
  const reported = await page.context().request.post('/api/cases', {
    headers: { 'idempotency-key': uuidV7() },
    data: { words: '路口信号灯不亮。', where: { communityCode: MODEL_COMMUNITY }, contact: { phone } },
  })
  const { number }: Receipt = await reported.json()
  await page.goto('/follow')
  await page.getByText('编号 + 电话').click()
  await page.locator('[data-field=number] input').fill(number)
  await page.locator('[data-field=phone] input').fill(phone)
  await page.getByRole('button', { name: '发短信验证码' }).click()
  await page.locator('[data-field=otp] input').waitFor()
  const codeIn = async (): Promise<string | undefined> => {
    const answer = await page.context().request.get('/api/demo/messages')
    const { rows }: { rows: DemoMessage[] } = await answer.json()
    return rows.flatMap(({ text }) => /(?<![\d-])\d{6}(?![\d-])/.exec(text)?.[0] ?? [])[0]
  }
  await expect.poll(codeIn, { timeout: 20_000 }).toBeDefined()
  await page.locator('[data-field=otp] input').fill((await codeIn()) ?? '')
  await page.getByRole('button', { name: '查看' }).click()
  await page.waitForURL('**/follow/case')
  await page.getByText(number).waitFor()
})

it('a withdrawal is asked twice', async () => {
  const { page } = await ownMatter('报错了地方。')
  await page.goto('/follow/case')
  await page.getByRole('button', { name: '撤回这件事' }).click()
  await page.getByRole('button', { name: '不撤回' }).click()
  await page.getByRole('button', { name: '撤回这件事' }).click()
  await page.getByRole('button', { name: '确定撤回' }).click()
  await page.getByRole('heading', { level: 1, name: /您撤回了/ }).waitFor()
})

it('a number that was copied wrongly is told before anything is sent', async () => {
  const page = await visit()
  await page.goto('/follow')
  await page.locator('[data-field=number] input').fill('HG-261123-0042-2')
  await page.locator('[data-field=code] input').fill('ABCD')
  await page.getByRole('button', { name: '查看' }).click()
  await page.getByText('好像有一个字抄错了').waitFor()
  await page.getByText('查询码不全或抄错了').waitFor()
})

it('a matter that came back twice is rectified, checked by whoever complained, and becomes a topic with owner and figures', async () => {
  const { page, receipt } = await ownMatter('楼道杂物清了又堆，第三次反映。')
  const { request } = page.context()
  const followed = async (): Promise<FollowView> => (await request.get('/api/follow/case')).json()
  for (const words of ['还堆着。', '又堆满了。']) {
    await bringToVerdict(browser, server, receipt.caseId)
    const verdict = { move: 'judge', solved: false, satisfaction: 1, words }
    const judged = await request.post('/api/follow/case/moves', {
      headers: { 'idempotency-key': uuidV7() },
      data: { ...verdict, expectedVersion: (await followed()).version },
    })
    expect(judged.ok()).toBe(true)
  }
  await expect.poll(async () => (await followed()).remedies.length, { timeout: 20_000 }).toBe(1)
  const id = (await followed()).remedies[0]?.id ?? ''
  const unit = await staffAt(browser, server, 'community.mudan')
  await unit.goto(`/desk/case/${id}`)
  await choose(unit, '定措施和期限')
  await unit.getByRole('textbox', { name: '说明' }).fill('装门禁，每周清理。')
  await unit.getByText('定期巡查、清理').click()
  await unit.getByLabel('办结期限').last().fill(inDays(7))
  await confirm(unit, '定措施和期限')
  await choose(unit, '报告整改结果')
  await unit.getByRole('textbox', { name: '说明' }).fill('门禁装好了。')
  await confirm(unit, '报告整改结果')

  await page.goto('/follow/case')
  await page.getByRole('heading', { name: '没办好，正在整改' }).waitFor()
  await page.getByText('装门禁，每周清理。').waitFor()
  await page.getByRole('button', { name: '整改好了' }).first().click()
  await page.getByRole('button', { name: '确认整改好了' }).click()
  await page.getByText('核查过，整改好了。', { exact: true }).waitFor()
  await page.context().close()

  const desk = await staffAt(browser, server, 'secretary.mudan')
  await desk.goto(`/desk/case/${id}`)
  await desk.getByRole('button', { name: '提为治理专题' }).click()
  await desk.getByText('已提出，等街道或区里决定立不立题。').waitFor()
  const topics = async (): Promise<readonly TopicView[]> =>
    (await desk.context().request.get('/api/topics')).json()
  const own = async () => (await topics()).find(({ evidence }) => !evidence.found)
  await expect.poll(async () => (await own())?.state, { timeout: 20_000 }).toBe('proposed')
  // The subdistrict takes it up at its desk, from the list of topics, and says who leads.
  const street = await staffAt(browser, server, 'dispatcher.santaizi')
  await street.goto('/desk/evaluation')
  await street.locator(`.lx-topic a[href$="${(await own())?.id}"]`).click()
  await choose(street, '立题，定牵头单位')
  // The catalogue proposes the subdistrict itself; the community is chosen in its place.
  await street.getByRole('button', { name: '去掉三台子街道办事处' }).click()
  await street.getByRole('combobox', { name: '选主办单位' }).click()
  await street.keyboard.type('牡丹')
  await street.locator('.ant-select-item-option').filter({ hasText: '牡丹社区' }).first().click()
  await confirm(street, '立题，定牵头单位')
  expect((await own())?.state).toBe('accepted')
  await desk.goto('/desk/evaluation')
  const row = desk.locator('.lx-topic', { has: desk.locator(`a[href$="${(await own())?.id}"]`) })
  await row.getByText('牵头：牡丹社区').waitFor()
  await row.getByText('立题前').waitFor()
  await row.getByText('做完后').waitFor()
  await takeScreenshot(desk, 'topics-on-the-desk')
  await desk.goto(`/desk/evaluation/${await ownUnitOf(desk)}`)
  await desk.getByText('多次重办', { exact: false }).first().waitFor()
  for (const one of [desk, unit, street]) await one.context().close()
})

/** What somebody types into a field for a moment so many days from now. */
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16)
