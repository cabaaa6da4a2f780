import { describe, expect, it } from 'vitest'
import { projectTree, treeOf } from './source-tree.ts'
import { tileFaults } from './tile-sources.ts'

const tables = `-- owner: place
create table building (id int);
create table dwelling (id int);`
const people = `-- owner: case
create table case_requester (id int);`
const faultsOf = (source: string) =>
  tileFaults(
    treeOf({
      'packages/server/migrations/0001-place.sql': tables,
      'packages/server/migrations/0002-case.sql': people,
      'packages/server/src/modules/place/queries/draw-tile.ts': source,
    }),
  )

describe('map tiles', () => {
  it('are drawn from the public tables of places, where no person is', () => {
    expect(tileFaults(projectTree())).toEqual([])
  })

  it('of this house would be caught with a person in them', () => {
    const tree = new Map(projectTree())
    for (const [path, source] of tree) tree.set(path, source.replace('from compound', 'from case_requester'))
    expect(tileFaults(tree)).not.toEqual([])
  })

  it.each(['case_requester', 'dwelling'])('are seen when they read %s', (table) => {
    const source = `import vtpbf from 'vt-pbf'\nsql\`select 1 from building join ${table} on true\``
    expect(faultsOf(source)).toEqual([
      `packages/server/src/modules/place/queries/draw-tile.ts:2 draws a map tile from ${table}`,
    ])
  })

  it('may be drawn from buildings, and whoever draws none may read what its own rules allow', () => {
    expect(faultsOf(`import vtpbf from 'vt-pbf'\nsql\`select 1 from building\``)).toEqual([])
    expect(faultsOf('sql`select 1 from case_requester`')).toEqual([])
  })
})
