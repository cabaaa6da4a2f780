import type { DistrictFile } from '@lianxin/contract'
import { KEYLESS } from './in-each-tenant.ts'
import type { World } from './kernel/ports.ts'
import { createSignIn } from './modules/account/index.ts'
import { newPassword } from './new-password.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { hashPassword, verifyPassword } from './platform/crypto/password.ts'
import { claimDataFolder } from './platform/data-folder.ts'
import { migrate } from './platform/database/migrate.ts'
import { openDatabase } from './platform/database/open-database.ts'
import { inTransaction } from './platform/database/transaction.ts'
import type { Logger } from './platform/log.ts'
import { type NewAccount, setUpDistrict } from './set-up-district.ts'

/**
 * Opens the database that the settings name, brings it up to date and sets up a district in it.
 * @throws Error with a sentence, and DataFolderInUse while a server runs on the embedded database
 */
export async function setUpInstallation(
  config: Config,
  log: Logger,
  file: DistrictFile,
  tell: (step: string) => void,
): Promise<readonly NewAccount[]> {
  const claim = config.DATABASE_URL === undefined ? claimDataFolder(config.DATA_DIR) : undefined
  const database = await openDatabase(config, log)
  const world: World = {
    clock: systemClock,
    wall: systemClock,
    log,
    database: { inTransaction: (prologue, work) => inTransaction(database, prologue, work) },
    // An object of its own each time: what is kept by the keys of a tenant is not kept here.
    keysOf: async () => ({ ...KEYLESS }),
  }
  const signIn = createSignIn({
    database: database.auth,
    // Nobody signs in here; sessions are signed by the server alone.
    secret: crypto.randomUUID(),
    publicUrl: config.PUBLIC_URL,
    clock: systemClock,
    hashPassword,
    verifyPassword,
  })
  try {
    await migrate(database)
    return await setUpDistrict({ world, database, signIn, newPassword, tell }, file)
  } finally {
    await database.close()
    claim?.release()
  }
}
