import type { Page } from 'playwright-core'

/** More stops than any page has. */
const MOST_STOPS = 80

/** Presses Tab until the focus is on what matches; throws when the keyboard cannot get there. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  throw new Error(`the keyboard does not reach ${selector} on ${page.url()}`)
}

/** Whether somebody who looks at the page sees where the focus is: on something, with a ring around it. */
export const focusIsSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { activeElement, body } = document
    // The input of a choice is hidden: its label bears the ring.
    const ring = activeElement?.closest('[data-focus-visible]') ?? activeElement
    if (!ring || ring === body) return false
    const { outlineStyle, outlineWidth } = getComputedStyle(ring)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  })
