import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type App, createApp } from './app.ts'
import { DEMO_TENANT, type DemoAccountLine, openDemoDistrict } from './demo-district.ts'
import { systemActor } from './kernel/actor.ts'
import { lastMoment } from './kernel/event-store.ts'
import { inTenant } from './kernel/tx.ts'
import { systemClock } from './platform/clock.ts'
import { type Config, ConfigProblem, readConfig } from './platform/config.ts'
import { databaseKeyStore } from './platform/crypto/database-key-store.ts'
import { openKeyring } from './platform/crypto/keyring.ts'
import { claimDataFolder, DataFolderInUse } from './platform/data-folder.ts'
import { checkLogin, LoginRefused } from './platform/database/check-login.ts'
import { maintain } from './platform/database/maintenance.ts'
import { MigrationRefused, migrate } from './platform/database/migrate.ts'
import { openDatabase } from './platform/database/open-database.ts'
import { openFileVault } from './platform/files/file-vault.ts'
import { openKeys } from './platform/keys.ts'
import { createLog } from './platform/log.ts'
import { isPlayedClock, openPlayedClock } from './platform/played-clock.ts'
import { printAccounts } from './print-accounts.ts'

const WEB_ROOT = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** The embedded database has no autovacuum. */
const TIDY_EVERY_MS = 3_600_000

export type StartOptions = {
  /** Awaited before the server listens: the web app may still be built meanwhile. */
  readonly webReady?: Promise<unknown>
  readonly say?: (line: string) => void
  /** Awaited once the demonstration is filled, before its clocks run and its subscribers see anything. */
  readonly beforeItRuns?: (app: App) => Promise<void>
}

/** Starts one server: opens it, listens, and tells where. */
export async function startServer(
  config: Config,
  options: StartOptions = {},
): Promise<App & { readonly url: string }> {
  const { accounts, ...server } = await openServer(config, options)
  const url = await server.http.listen({ port: config.PORT, host: config.HOST })
  printAccounts(options.say ?? console.log, config, url, accounts)
  return { ...server, url }
}

/**
 * Opens one server that nobody can reach yet: claims the data folder, opens and migrates the database, fills the
 * demonstration.
 */
export async function openServer(
  config: Config,
  { webReady, say = console.log, beforeItRuns }: StartOptions = {},
): Promise<App & { readonly accounts: readonly DemoAccountLine[] }> {
  const claim = claimDataFolder(config.DATA_DIR)
  const log = createLog(config)
  const database = await openDatabase(config, log)
  await migrate(database)
  await checkLogin(database)
  const keys = await openKeys(config)
  const keyring = openKeyring({
    masterKey: keys.masterKey,
    store: databaseKeyStore(database),
    clock: systemClock,
    log,
  })
  const vault = await openFileVault({ root: join(config.DATA_DIR, 'files'), keyring })
  await webReady
  const filled = Promise.withResolvers<void>()
  const clock =
    config.MODE === 'demo'
      ? openPlayedClock({ file: join(config.DATA_DIR, 'demo-clock.json'), wall: systemClock })
      : systemClock
  const app = await createApp({
    filled: filled.promise,
    config,
    log,
    database,
    keyring,
    vault,
    sessionSecret: keys.sessionSecret,
    clock,
    wall: systemClock,
    webRoot: WEB_ROOT,
  })
  const accounts =
    config.MODE === 'demo'
      ? await openDemoDistrict(app, database, config.DATA_DIR, (step) =>
          say(`Preparing the demonstration: ${step} …`),
        )
      : []
  await beforeItRuns?.(app)
  // Nothing happens before what has happened, even when the file of the clock is gone.
  if (isPlayedClock(clock))
    clock.notBefore(await inTenant(app.world, DEMO_TENANT, systemActor('demo'), lastMoment))
  filled.resolve()
  const tidy = () =>
    void maintain(database).catch((error: unknown) =>
      log.error({ err: error }, 'the database could not be tidied'),
    )
  tidy()
  const tidying = setInterval(tidy, TIDY_EVERY_MS).unref()
  const close = async () => {
    clearInterval(tidying)
    await app.close()
    await database.close()
    claim.release()
  }
  return { ...app, accounts, close }
}

/** What a person should read when a start fails: a sentence, without a stack. */
export function sentencesOf(error: unknown): readonly string[] | undefined {
  if (error instanceof ConfigProblem) return error.sentences
  if (error instanceof DataFolderInUse || error instanceof MigrationRefused || error instanceof LoginRefused)
    return [error.message]
  const { code, port, address } = error as { code?: string; port?: number; address?: string }
  if (code === 'EADDRINUSE')
    return [
      `Port ${port} on ${address} is in use by another program: stop it, or set PORT to another number.`,
    ]
  return undefined
}

/** Runs the server until it is told to stop. */
export async function runServer(options: StartOptions = {}): Promise<void> {
  try {
    const server = await startServer(readConfig(), options)
    const stop = () => void server.close().then(() => process.exit(0))
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  } catch (error) {
    const sentences = sentencesOf(error)
    if (!sentences) throw error
    for (const sentence of sentences) console.error(sentence)
    process.exit(1)
  }
}

if (import.meta.main) await runServer()
