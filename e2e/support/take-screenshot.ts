import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const folder = join(import.meta.dirname, '../screenshots')

/** Keeps the page as a picture in e2e/screenshots (not committed), for people to look at. */
export async function takeScreenshot(page: Page, name: string, fullPage = true): Promise<void> {
  await mkdir(folder, { recursive: true })
  await page.screenshot({
    path: join(folder, `${name}.png`),
    fullPage,
    animations: 'disabled',
    timeout: 60_000,
  })
}
