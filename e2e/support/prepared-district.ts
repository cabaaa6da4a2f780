import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from './free-port.ts'
import { startProcess } from './server-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the demonstration district in it, for copying; no server has it open. */
    readonly preparedDistrict: string
  }
}

/** Vitest's global set-up: one first start for all journeys, which then begin where it ended. */
export default async (project: TestProject) => {
  const folder = await mkdtemp(join(tmpdir(), 'lianxin-district-'))
  const server = await startProcess({ folder, port: await freePort() })
  await server.end('SIGTERM')
  project.provide('preparedDistrict', folder)
  return () => rm(folder, { recursive: true, force: true })
}
