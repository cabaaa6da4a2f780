import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort, type RunningProcess, startNode } from '../cluster/app-process.ts'
import type { Operation, OperationName } from '../drive/operations.ts'
import type { PlannedRequest, Step } from './plan.ts'

const SERVE = fileURLToPath(new URL('serve.ts', import.meta.url))

/** Starts the control with what it shall repeat. */
export async function startControl(
  folder: string,
  databaseUrl: string,
  plans: Readonly<Record<string, readonly PlannedRequest[]>>,
  { poolSize, prepared }: { poolSize: number; prepared: boolean },
): Promise<RunningProcess> {
  const path = join(folder, 'control-plans.json')
  writeFileSync(path, JSON.stringify(plans))
  const port = await freePort()
  const settings = { PLANS: path, PORT: String(port), POOL: String(poolSize), PREPARED: String(prepared) }
  return startNode([SERVE], port, '/ready', {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    ...settings,
  })
}

/** The same operation asked of the control, with a body as the application's had. */
export const controlOperation = (
  name: OperationName,
  step: Step,
  planned: readonly PlannedRequest[],
): Operation => ({
  name,
  writes: 'none',
  requests: () => {
    const body = planned[0]?.request
    const path = `/${name}/${step}`
    return {
      next: () => (body ? { method: 'POST', path, headers: {}, body } : { method: 'GET', path, headers: {} }),
    }
  },
})
