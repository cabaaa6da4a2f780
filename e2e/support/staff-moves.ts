import type { CaseView, MoveInput } from '@lianxin/contract'
import type { Browser } from 'playwright-core'
import { uuidV7 } from '../../packages/web/src/data/uuid-v7.ts'
import { newVisit } from './browser.ts'
import { signIn } from './house-api.ts'
import type { RunningServer } from './running-server.ts'

/** A step by a member of staff, as their client makes it: on the version of the matter as it stands. */
export async function moveAs(
  browser: Browser,
  server: RunningServer,
  username: string,
  caseId: string,
  input: Omit<MoveInput, 'expectedVersion'>,
): Promise<void> {
  const page = await newVisit(browser, { url: server.url, screen: 'desktop' })
  try {
    await signIn(page, server.account(username))
    const { request } = page.context()
    const view: CaseView = await (await request.get(`/api/cases/${caseId}`)).json()
    const done = await request.post(`/api/cases/${caseId}/moves`, {
      headers: { 'idempotency-key': uuidV7() },
      data: { ...input, expectedVersion: view.version },
    })
    if (!done.ok()) throw new Error(`${username} could not ${input.move}: ${await done.text()}`)
  } finally {
    await page.context().close()
  }
}

/** The community handles the matter itself and somebody else checks it: now it waits for the resident. */
export async function bringToVerdict(browser: Browser, server: RunningServer, caseId: string): Promise<void> {
  await moveAs(browser, server, 'community.mudan', caseId, { move: 'takeUp', itemCode: '01002' })
  await moveAs(browser, server, 'community.mudan', caseId, { move: 'feedback', words: '已经清理干净。' })
  await moveAs(browser, server, 'verifier.santaizi', caseId, { move: 'pass' })
}
