import { type ChildProcess, spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { projectRoot } from './project-root.ts'

/** How a program ended. `output` is everything it wrote when it was captured, otherwise empty. */
export interface Ending {
  readonly ok: boolean
  readonly output: string
}

export interface RunOptions {
  /** Collect stdout and stderr instead of passing them through (needed where two programs run side by side). */
  readonly capture?: boolean
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  /** Past this the program is killed and counts as failed, so that a hanging stage cannot hang the whole suite. */
  readonly limitMinutes?: number
}

const running = new Set<ChildProcess>()

/** Nested tools start with `#!/usr/bin/env node`: the pinned Node must come before the machine's own. */
function pinnedPath(): string {
  return [join(projectRoot, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter)
}

/** Runs one program to its end. Never throws: a program that cannot be started is a failed one with a sentence. */
export function runProgram(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ending> {
  const { capture = false, env = {}, cwd = projectRoot, limitMinutes = 5 } = options
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, PATH: pinnedPath(), ...(capture ? { NO_COLOR: '1' } : {}), ...env },
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    })
    running.add(child)
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    const stop = () => {
      output += `\n${command} was ended after ${limitMinutes} minutes.\n`
      child.kill('SIGKILL')
    }
    const limit = Number.isFinite(limitMinutes) ? setTimeout(stop, limitMinutes * 60_000) : undefined
    const end = (ok: boolean) => {
      clearTimeout(limit)
      running.delete(child)
      resolve({ ok, output })
    }
    child.once('error', (error) => {
      output += `${command} could not be started: ${error.message}\n`
      end(false)
    })
    child.once('close', (code) => end(code === 0))
  })
}

const endChildren = () => {
  for (const child of running) child.kill('SIGTERM')
}
process.once('exit', endChildren)

/** Passes a wish to stop on to what is still running, so that nothing outlives the command. */
export function stopChildrenWithUs(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(130))
  }
}
