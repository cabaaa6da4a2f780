import { type Import, importsOf } from './imports.ts'
import { moduleOrder } from './module-order.ts'
import { isTest, type Tree } from './source-tree.ts'

/** The folders that have a rule of their own. The first match wins. */
const rooms = [
  ['rules', /^packages\/contract\/src\/rules\//],
  ['contract', /^packages\/contract\//],
  ['generated', /^packages\/server\/src\/(?:[a-z-]+\/)*generated\//],
  ['kernel', /^packages\/server\/src\/kernel\//],
  ['platform', /^packages\/server\/src\/platform\//],
  ['module', /^packages\/server\/src\/modules\/([a-z-]+)\//],
  ['server', /^packages\/server\//],
  ['demo', /^packages\/demo\//],
  ['ui', /^packages\/web\/src\/ui\//],
  ['data', /^packages\/web\/src\/data\//],
  ['messages', /^packages\/web\/src\/messages\//],
  ['feature', /^packages\/web\/src\/features\/([a-z-]+)\//],
  ['face', /^packages\/web\/src\/faces\/([a-z-]+)\//],
  ['web', /^packages\/web\//],
  ['tools', /^tools\//],
  ['bench', /^bench\//],
  ['e2e', /^e2e\//],
] as const
type RoomName = (typeof rooms)[number][0]
interface Room {
  readonly name: RoomName
  /** Which module, feature or face, where there are several. */
  readonly which: string
}

/** Which rooms each room may import from, besides itself. Whatever is not here is forbidden. */
const doors: Readonly<Record<RoomName, readonly RoomName[]>> = {
  rules: [],
  contract: ['rules'],
  generated: [],
  kernel: ['contract', 'rules', 'generated'],
  platform: ['kernel', 'contract', 'rules', 'generated'],
  module: ['contract', 'rules', 'kernel', 'module', 'generated'],
  server: ['module', 'platform', 'kernel', 'contract', 'rules', 'demo'],
  demo: ['contract', 'rules'],
  messages: ['contract', 'ui'],
  ui: ['messages', 'rules'],
  data: ['ui', 'contract', 'rules', 'messages'],
  feature: ['ui', 'data', 'messages', 'contract', 'rules'],
  face: ['web', 'feature', 'ui', 'data', 'messages', 'contract', 'rules'],
  web: ['face', 'feature', 'ui', 'data', 'messages', 'contract', 'rules'],
  tools: ['server', 'platform', 'kernel', 'generated', 'demo', 'contract', 'rules'],
  bench: ['server', 'module', 'platform', 'kernel', 'demo', 'contract', 'rules'],
  e2e: ['web', 'data', 'contract', 'rules'],
}

/** The contract runs in every browser: nothing but its schema library. */
const allowedPackages: Partial<Record<RoomName, readonly string[]>> = { rules: [], contract: ['typebox'] }

function roomOf(path: string): Room | undefined {
  for (const [name, pattern] of rooms) {
    const match = pattern.exec(path)
    if (match !== null) return { name, which: match[1] ?? '' }
  }
  return undefined
}

const packageOf = (path: string): string => path.split('/').slice(0, 2).join('/')

/** A relative path from one package into another hides the dependency. (The root's own tools have no package.) */
const reachesIntoPackage = (it: Import): boolean =>
  it.from.startsWith('packages/') && it.specifier.startsWith('.') && packageOf(it.from) !== packageOf(it.to)

function refusalOf(it: Import, order: readonly string[]): string | undefined {
  const from = roomOf(it.from)
  if (from === undefined) return 'stands in no room of the house'
  if (!it.isOurs) {
    const allowed = allowedPackages[from.name]
    return allowed === undefined || allowed.includes(it.to) ? undefined : `${from.name} may not use a package`
  }
  const to = roomOf(it.to)
  if (to === undefined) return 'leads out of the house'
  if (reachesIntoPackage(it)) return 'packages call each other by name, not by path'
  if (isTest(it.to)) return 'is used only by tests'
  if (from.name !== to.name)
    return doors[from.name].includes(to.name) ? undefined : `${from.name} → ${to.name}`
  if (from.which === to.which) return undefined
  if (from.name !== 'module') return `${from.name} → another ${to.name}`
  if (!it.to.endsWith(`/modules/${to.which}/index.ts`)) return 'another module shows only its index.ts'
  const [mine, theirs] = [order.indexOf(from.which), order.indexOf(to.which)]
  if (mine < 0 || theirs < 0) return 'one of the two is missing in MODULES'
  return theirs < mine ? undefined : `${to.which} comes after ${from.which} in MODULES`
}

/** Imports that go through a wall, as sentences. */
export function importMatrix(tree: Tree): readonly string[] {
  const order = moduleOrder(tree)
  return importsOf(tree)
    .filter((it) => !isTest(it.from))
    .flatMap((it) => {
      const refusal = refusalOf(it, order)
      return refusal === undefined ? [] : [`${it.from} imports ${it.to}: ${refusal}`]
    })
}
