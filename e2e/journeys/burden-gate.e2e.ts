import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, newVisit } from '../support/browser.ts'
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

const TITLE = '电动车充电桩摸底表'
const at = async (username: string, path = '/desk/gate'): Promise<Page> => {
  const page = await staffAt(browser, server, username)
  const listens = page.waitForResponse((response) => response.url().endsWith('/api/live'))
  await page.goto(path)
  await listens
  return page
}
const openRow = async (page: Page, title: string, box?: string): Promise<void> => {
  if (box) await page.getByText(box, { exact: true }).click()
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click()

async function addField(page: Page, n: number, label: string): Promise<void> {
  await press(page, '加一项')
  await page.getByRole('combobox', { name: `第 ${n} 项`, exact: true }).fill(label)
  await page.keyboard.press('Escape')
}

it('that there are no alerts is said only when the gate, too, was asked and answered', async () => {
  const page = await at('lead.civil')
  // Without a line nothing is asked again by itself, so that the button is what brings the answer.
  await page.route('**/api/live', (route) => route.abort())
  await page.route('**/api/gate/requests?box=overdue', (route) => route.abort())
  await page.goto('/desk/alerts')
  await page.getByRole('alert').waitFor()
  expect(await page.getByText('没有提醒').count()).toBe(0)
  await page.unroute('**/api/gate/requests?box=overdue')
  await press(page, '再试')
  await page.getByText('没有提醒').waitFor()
  await page.context().close()
})

it('a form is stopped at the gate with the overlap shown, and passes when only what nobody holds is asked', async () => {
  const asker = await at('lead.civil', '/desk/gate/new')
  await asker.getByLabel('名称').fill(TITLE)
  await asker.getByLabel('要做什么，为什么').fill('了解充电桩缺口，安排明年的建设。')
  await asker.getByLabel('法律或文件依据').fill('《消防法》')
  await press(asker, '全区 135 个社区')
  await addField(asker, 1, '网格总数')
  await addField(asker, 2, '居民户数')
  await addField(asker, 3, '充电桩个数')
  await asker.getByText('3 项里有 2 项已经有了').waitFor()
  await asker.getByText('10 分钟 × 135 个社区 × 一次 = 22.5 小时').waitFor()

  // What may not be asked is refused with the rule in words, before anything is sent.
  await addField(asker, 4, '充电桩照片')
  await asker.getByText('不得以照片、截图、视频作为工作留痕').waitFor()
  expect(await asker.getByRole('button', { name: '保存，再看一遍' }).isDisabled()).toBe(true)
  await press(asker, '删去“充电桩照片”')
  await asker.getByText('不得以照片、截图、视频作为工作留痕').waitFor({ state: 'detached' })
  await press(asker, '保存，再看一遍')
  // Whoever has the gate open sees it come, and is not asked to load anything anew.
  const gatekeeper = await at('gatekeeper')
  await gatekeeper.getByRole('heading', { level: 1 }).waitFor()
  expect(await gatekeeper.getByRole('link', { name: TITLE }).count()).toBe(0)
  await press(asker, '提交准入')
  await asker.getByText('待准入决定').first().waitFor()
  await openRow(gatekeeper, TITLE)
  await gatekeeper.getByText(/每个网格从 [\d.]+ 分钟到 [\d.]+ 分钟，预算 300 分钟/).waitFor()
  await gatekeeper.getByText('3 项里有 2 项已经有了').waitFor()
  await gatekeeper.getByText('不在清单内', { exact: true }).waitFor()
  await gatekeeper.getByLabel(/理由/).fill('前两项已有数据，请直接提取，只留第三项。')
  await press(gatekeeper, '退回修改')
  await gatekeeper.getByText('准入管理员退回修改').waitFor()

  // The department takes what is held as a spreadsheet, and asks for the rest only.
  await asker.getByText('准入管理员退回修改').waitFor()
  const saved = asker.waitForEvent('download')
  await asker.getByRole('link', { name: /下载已有的 2 项/ }).click()
  expect((await saved).suggestedFilename()).toBe('extract.csv')
  await press(asker, '修改')
  await press(asker, '删去“网格总数”')
  await press(asker, '删去“居民户数”')
  await asker.getByLabel('每次几分钟').fill('2')
  await press(asker, '保存，再看一遍')
  await press(asker, '提交准入')
  await asker.getByText('待准入决定').first().waitFor()

  await gatekeeper.getByText('2 分钟 × 135 个社区 × 一次 = 4.5 小时').waitFor()
  await gatekeeper.getByLabel(/理由/).fill('充电桩尚无登记，可以收一次。')
  await press(gatekeeper, '同意准入')
  await gatekeeper.getByText('征求社区意见').first().waitFor()

  const community = await at('secretary.mudan')
  await openRow(community, TITLE)
  await press(community, '接下')
  await press(community, '填报（已有的不用再填）')
  await community.getByLabel('充电桩个数').fill('12')
  await press(community, '发出')
  await community.getByText('已填报 1 次').waitFor()

  await asker.reload()
  await press(asker, '看填报结果')
  await asker.getByRole('cell', { name: '12', exact: true }).waitFor()
})

it('a form is filled in from what is known: the community types what nobody holds', async () => {
  const community = await at('secretary.mudan')
  await openRow(community, '老年助餐点运行情况')
  await press(community, '填报（已有的不用再填）')
  await community.getByText('5 项里有 1 项已经填好，只要填 4 项。').waitFor()
  expect(await community.getByLabel('社区名称').inputValue()).toBe('牡丹社区')
  await community.getByText('来自地点与楼栋登记').waitFor()
})

it('what is off the list is refused with one tap, and the refusal stands until it is overruled in writing', async () => {
  const SHOPS = '协助检查沿街商户营业执照'
  const community = await at('secretary.mudan')
  await openRow(community, SHOPS)
  await press(community, '不在清单内，不接')
  await community.getByText('这个答复有效').waitFor()
  await community.getByText('依据清单：检查商户营业执照和行政执法').waitFor()

  const gatekeeper = await at('gatekeeper')
  await openRow(gatekeeper, SHOPS, '征求意见和已准入')
  const mudan = gatekeeper.getByRole('listitem').filter({ hasText: '牡丹社区居民委员会' })
  await mudan.getByText('不接', { exact: true }).waitFor()
  await mudan.getByRole('button', { name: '书面裁定须承接' }).click()
  const reason = '沿街消防通道被占，须请社区带路一次。'
  await mudan.getByLabel(/裁定理由/).fill(reason)
  await mudan.getByRole('button', { name: '公布裁定' }).click()
  await mudan.getByText('裁定须承接').waitFor()

  const anybody = await newVisit(browser, { url: server.url, screen: 'phone' })
  await anybody.goto('/burden')
  await anybody.getByText(reason).waitFor()
  await anybody.getByText('牡丹社区', { exact: true }).click()
  await anybody.getByText('供暖季入户告知注水时间').last().waitFor()
})
