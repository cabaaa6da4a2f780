import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'

/**
 * Reads a command's arguments. `--help` prints `help` and ends the process with code 0; an unknown argument
 * throws with a sentence that names it.
 */
export function readArguments<const Options extends ParseArgsOptionsConfig>(help: string, options: Options) {
  const parsed = parseArgs({
    options: { ...options, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  })
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    console.log(help.trim())
    process.exit(0)
  }
  return parsed
}
