import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from './project-root.ts'

const ownPackage = /^@lianxin\/([a-z-]+)(?:\/(.+))?$/

/**
 * Node refuses to run TypeScript below node_modules. npm puts links to our own packages there, which lead out
 * again; a copy of the tree that followed its links (some image builders and backups do) has real folders there
 * instead. So our own packages are always found where they are written. It mirrors their `exports`.
 */
registerHooks({
  resolve(specifier, context, next) {
    const own = ownPackage.exec(specifier)
    if (own === null) return next(specifier, context)
    const file = join(projectRoot, 'packages', own[1] ?? '', 'src', `${own[2] ?? 'index'}.ts`)
    return next(pathToFileURL(file).href, context)
  },
})
