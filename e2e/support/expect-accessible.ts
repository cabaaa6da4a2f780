import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type Axe from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  /** What axe-core's script leaves in the page. */
  var axe: typeof Axe
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 AA and what axe's authors hold to be good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const inWords = ({ violations }: Axe.AxeResults): string =>
  violations
    .flatMap(({ id, help, nodes }) =>
      nodes.map(
        (node) => `${id}: ${help}\n    at ${node.target.join(' ')}\n    ${node.failureSummary ?? ''}`,
      ),
    )
    .join('\n')

/** Throws with every violation in words when axe-core finds one on the page as it stands now. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(await axeSource)
  const results: Axe.AxeResults = await page.evaluate(
    (values) => axe.run(document, { runOnly: { type: 'tag', values } }),
    tags,
  )
  if (results.violations.length > 0) {
    throw new Error(`${page.url()} is not accessible to everybody:\n${inWords(results)}`)
  }
}
