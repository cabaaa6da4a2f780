import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, ConfigProblem } from './config.ts'

/** The two secrets of an installation, 32 bytes each. */
export interface Keys {
  /** Signs sessions: a new one signs everybody out. */
  readonly sessionSecret: Uint8Array
  /** Wraps the data keys of all tenants: without it nothing that was encrypted can be read again. */
  readonly masterKey: Uint8Array
}

const readOrMake = async (folder: string, name: string): Promise<Uint8Array> => {
  const path = join(folder, name)
  try {
    const file = await open(path, 'wx', 0o600)
    const made = randomBytes(32)
    await file.writeFile(`${made.toString('base64')}\n`)
    await file.sync()
    await file.close()
    return new Uint8Array(made)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const bytes = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64')
  if (bytes.length !== 32)
    throw new ConfigProblem([
      `The key file ${path} is damaged: restore it from your copy of the keys folder.`,
    ])
  return new Uint8Array(bytes)
}

/**
 * The secrets from the settings or, in demo mode, from `DATA_DIR/keys`, where they are made at first start
 * (readable by this user only). The data folder must have been claimed.
 */
export const openKeys = async (config: Config): Promise<Keys> => {
  if (config.SESSION_SECRET !== undefined && config.MASTER_KEY !== undefined) {
    return { sessionSecret: config.SESSION_SECRET, masterKey: config.MASTER_KEY }
  }
  const folder = join(config.DATA_DIR, 'keys')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return {
    sessionSecret: config.SESSION_SECRET ?? (await readOrMake(folder, 'session-secret')),
    masterKey: config.MASTER_KEY ?? (await readOrMake(folder, 'master-key')),
  }
}
