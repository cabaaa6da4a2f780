import type { Receipt } from '@lianxin/contract'
import type { APIResponse, Page } from 'playwright-core'
import { uuidV7 } from '../../packages/web/src/data/uuid-v7.ts'
import type { Account } from './running-server.ts'

/** 牡丹社区, the community that the demonstration knows down to its doors. */
export const MODEL_COMMUNITY = '210105001010'

async function answerOf<T>(response: APIResponse): Promise<T> {
  if (!response.ok())
    throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`)
  return response.json()
}

/** Signs the page's browser in without the form; the session is a cookie. */
export async function signIn(page: Page, { username, password }: Account): Promise<void> {
  const data = { username, password }
  await answerOf(await page.context().request.post('/api/auth/sign-in/username', { data }))
}

/** Raises a matter in the model community as somebody without an account. */
export async function reportMatter(page: Page, words: string): Promise<Receipt> {
  return answerOf(
    await page.context().request.post('/api/cases', {
      headers: { 'idempotency-key': uuidV7() },
      data: { words, where: { communityCode: MODEL_COMMUNITY } },
    }),
  )
}

/** Follows a matter with its number and code: the session is a cookie. */
export async function followMatter(page: Page, { number, followCode }: Receipt): Promise<void> {
  await answerOf(await page.context().request.post('/api/follow', { data: { number, followCode } }))
}
