import type { World } from '../../src/kernel/ports.ts'
import type { Clock } from '../../src/platform/clock.ts'
import { databaseKeyStore } from '../../src/platform/crypto/database-key-store.ts'
import { openKeyring } from '../../src/platform/crypto/keyring.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'

/** The kernel's world over a test's database. What is logged is kept, so that a test can look at it. */
export function testWorld(database: Database, clock: Clock): World & { readonly logged: readonly object[] } {
  const masterKey = new Uint8Array(32).map((_, index) => index * 7 + 1)
  const keyring = openKeyring({ masterKey, store: databaseKeyStore(database), clock })
  const logged: object[] = []
  const log = (fields: object) => void logged.push(fields)
  return {
    clock,
    wall: clock,
    logged,
    log: { info: log, warn: log, error: log },
    database: { inTransaction: (prologue, work) => inTransaction(database, prologue, work) },
    keysOf: (tenant) => keyring.forTenant(tenant),
  }
}
