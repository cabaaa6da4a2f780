import type { Me } from '@lianxin/contract'
import type { Browser, Page } from 'playwright-core'
import { newVisit, type Screen } from './browser.ts'
import { signIn } from './house-api.ts'
import type { RunningServer } from './running-server.ts'

/** A member of staff at a fresh screen of their own. */
export async function staffAt(
  browser: Browser,
  server: RunningServer,
  username: string,
  screen: Screen = 'desktop',
): Promise<Page> {
  const page = await newVisit(browser, { url: server.url, screen })
  await signIn(page, server.account(username))
  await page.goto(screen === 'phone' ? '/field' : '/desk')
  return page
}

/** Opens the matter from the list, as a hand with a mouse does. */
export async function openFromList(page: Page, number: string): Promise<void> {
  await page.locator('.line-link', { hasText: number }).click()
  await page.getByRole('heading', { level: 1, name: number }).waitFor()
}

/** Opens the form of a move by its button. */
export const choose = (page: Page, move: string): Promise<void> =>
  page.locator('.actions-bar').getByRole('button', { name: move, exact: false }).first().click()

/** Sends the open form and waits until the desk says that it is done. */
export async function confirm(page: Page, move: string): Promise<void> {
  await page.getByRole('button', { name: `确认${move}` }).click()
  await page.getByText(`“${move}”已完成`).waitFor()
}

/** The unit of the post that somebody is signed in with. */
export async function ownUnitOf(page: Page): Promise<string> {
  const me: Me = await (await page.context().request.get('/api/me')).json()
  return (me.active ?? me.posts[0])?.unitId ?? ''
}
