import { currentKind, KINDS, type Kind } from '../../packages/contract/src/index.ts'
import { errorPage } from './error-page.ts'
import { kindPage } from './kind-page.ts'
import { permissionPage } from './permission-page.ts'

/** The version in force has the plain name; earlier ones, which open cases may still have, keep a page each. */
const fileOf = ({ kind, version }: Kind): string =>
  `docs/kinds/${kind}${currentKind(kind).version === version ? '' : `-v${version}`}.md`

/** Path from the project root → text of every generated page. */
export const generatedPages = (): ReadonlyMap<string, string> =>
  new Map([
    ...KINDS.map((kind) => [fileOf(kind), kindPage(kind)] as const),
    ['docs/permissions.md', permissionPage()],
    ['docs/errors.md', errorPage()],
  ])
