import { expect, test } from 'vitest'
import { orNewerApp, ScreenMissing } from './lazy-screen.ts'

const missing = () =>
  Promise.reject(new TypeError('Failed to fetch dynamically imported module: /assets/case-pane-Ab12.js'))

test('a screen whose files do not arrive while the server is away fails in its place: the page is not loaded anew', async () => {
  const failed = await orNewerApp(missing, async () => false).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(ScreenMissing)
  expect(String(failed)).not.toContain('dynamically imported module')
})

test('where a newer app is being loaded, no failure is shown before it', async () => {
  let shown = false
  orNewerApp(missing, async () => true).finally(() => {
    shown = true
  })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(shown).toBe(false)
})

test('what arrives is handed on', async () => {
  expect(await orNewerApp(async () => 'screen')).toBe('screen')
})
