import { afterAll, beforeAll, describe, inject } from 'vitest'
import type { Database } from '../../src/platform/database/open-database.ts'
import { openPglite } from '../../src/platform/database/open-pglite.ts'
import { migratedImage } from './pglite-image.ts'
import { newPostgresDatabase, openPostgresAt } from './test-cluster.ts'

export const DRIVERS = ['pglite', 'postgres'] as const
export type Driver = (typeof DRIVERS)[number]

/** A migrated database of its own, without rows. Close it after use. */
export const openTestDatabase = async (driver: Driver): Promise<Database> =>
  driver === 'pglite'
    ? openPglite({ image: await migratedImage(inject('runFolder')) })
    : openPostgresAt(await newPostgresDatabase(inject('runFolder'), 'migrated'))

/**
 * Runs the same tests on the embedded database and on a real PostgreSQL. Each block gets one migrated, empty
 * database per driver, shared by its tests: `database()` gives it inside tests and hooks.
 *
 * ```ts
 * describeOnEachDatabase('the tenant wall', (database) => {
 *   test('hides …', async () => { await inTransaction(database(), …) })
 * })
 * ```
 */
export const describeOnEachDatabase = (
  name: string,
  tests: (database: () => Database, driver: Driver) => void,
): void => {
  describe.each(DRIVERS)(`${name} (%s)`, (driver) => {
    let opened: Database | undefined
    beforeAll(async () => {
      opened = await openTestDatabase(driver)
    })
    afterAll(() => opened?.close())
    tests(() => {
      if (opened === undefined) throw new Error('the database is open inside tests and hooks only')
      return opened
    }, driver)
  })
}
