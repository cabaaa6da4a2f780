import { describe, expect, it } from 'vitest'
import { migrationFaults, tableOwners } from './migrations.ts'
import { moduleFolders } from './module-order.ts'
import { projectTree, treeOf } from './source-tree.ts'
import { foreignWrites } from './table-writers.ts'

const tree = projectTree()

/** Path → why this file writes tables of others, or tables that it cannot name. */
const carriesWholeDatabases: Readonly<Record<string, string>> = {
  'packages/server/src/platform/backup/load-table.ts': 'restores whole databases, table by table',
  'packages/server/src/modules/account/sign-in.ts': 'is the store of the sign-in library’s own schema',
}

const migration = 'packages/server/migrations/0001-case.sql'
const caseTable = `-- owner: case
create table "case" (tenant int not null); -- one matter
comment on table "case" is 'A matter.';`
const store = 'packages/server/src/modules/case/store.ts'

describe('migrations', () => {
  it('name an owner that exists, comment their tables, and leave the tables of others alone', () => {
    expect(migrationFaults(tree, ['kernel', 'platform', ...moduleFolders(tree)])).toEqual([])
  })

  it('are seen when they do not', () => {
    const faults = (sql: string) =>
      migrationFaults(treeOf({ [migration]: caseTable, 'packages/server/migrations/0002-x.sql': sql }), [
        'case',
        'place',
      ])
    expect(faults('-- owner: place\ncreate index on "case" (tenant)')).toEqual([])
    expect(faults('create table place (id int)')).toHaveLength(1)
    expect(faults('-- owner: plaice\nselect 1')).toHaveLength(1)
    expect(faults('-- owner: place\ncreate table place (id int)')).toHaveLength(1)
    expect(faults('-- owner: place\nalter table "case" add column x int')).toHaveLength(1)
  })

  it('tell who owns each table, partitions aside', () => {
    const partitioned = `${caseTable}\ncreate table event_2026 partition of event for values from (1) to (2);`
    expect([...tableOwners(treeOf({ [migration]: partitioned }))]).toEqual([['case', 'case']])
  })
})

describe('one writer per table', () => {
  it('holds everywhere', () => {
    expect(foreignWrites(tree, carriesWholeDatabases)).toEqual([])
  })

  it.each([
    ['packages/server/src/modules/case/commands/assign-case.ts', 'sql`update "case" set x = 1`'],
    ['packages/server/src/modules/place/store.ts', 'sql`insert into "case" (a) values (1)`'],
    ['packages/server/src/modules/place/store.ts', 'sql`delete from only "case" where a = 1`'],
    ['packages/server/src/modules/place/store.ts', `db.insertInto('case')`],
    ['packages/server/src/modules/place/store.ts', `db.updateTable('case as c')`],
    ['packages/server/src/kernel/event.ts', 'sql`UPDATE "case" AS c SET x = 1`'],
    ['packages/demo/src/seed.ts', 'sql`insert into "case" (a) values (1)`'],
    [store, 'sql`insert into case_typo (a) values (1)`'],
    [store, 'sql`insert into ${sql.table(name)} (a) values (1)`'],
    [store, 'db.deleteFrom(name)'],
  ])('%s is refused: %s', (path, statement) => {
    expect(foreignWrites(treeOf({ [migration]: caseTable, [path]: `const a = ${statement}` }))).toHaveLength(
      1,
    )
  })

  it.each([
    'sql`update "case" set x = 1`',
    `db.insertInto('case')`,
    'sql`select * from place for update skip locked`',
    'sql`insert into "case" (a) values (1) on conflict (a) do update set a = 2`',
    `say('Please update the place')`,
  ])('the owner may: %s', (statement) => {
    expect(foreignWrites(treeOf({ [migration]: caseTable, [store]: `const a = ${statement}` }))).toEqual([])
  })
})
