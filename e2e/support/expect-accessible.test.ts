import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, newVisit } from './browser.ts'
import { expectAccessible } from './expect-accessible.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const show = async (body: string) => {
  const page = await newVisit(browser, { url: 'http://127.0.0.1', screen: 'phone' })
  await page.setContent(`<!doctype html><html lang="en"><title>A page</title><body>${body}</body></html>`)
  return page
}

it('a page that everybody can use passes', async () => {
  await expectAccessible(await show('<main><h1>Hello</h1><button>Go</button></main>'))
})

it('a button without a name is named in words', async () => {
  const page = await show('<main><h1>Hello</h1><button></button></main>')
  await expect(expectAccessible(page)).rejects.toThrow(/button-name: .*discernible text[\s\S]*at button/)
})

it('maps can be drawn without a graphics card', async () => {
  const page = await show('<main><h1>Hello</h1></main>')
  expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null)).toBe(true)
})
