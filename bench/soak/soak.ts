import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readPasswords } from '@lianxin/demo'
import { readPast } from './past.ts'
import { playDay } from './play-day.ts'
import { soakReport } from './soak-report.ts'
import { readSoakSettings, type SoakSettings } from './soak-settings.ts'
import { startDemonstration } from './start-demonstration.ts'

/** Levels of the log from which on a line is an error. */
const ERROR_LEVEL = 50

function errorsIn(file: string): number {
  if (!existsSync(file)) return 0
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => Number(/"level":(\d+)/.exec(line)?.[1] ?? 0) >= ERROR_LEVEL).length
}

async function soak(settings: SoakSettings): Promise<void> {
  const begun = performance.now()
  const say = (line: string) =>
    console.error(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`)
  say('Preparing a demonstration')
  const demonstration = await startDemonstration(settings, say)
  let running = true
  const endServer = async () => {
    if (running) await demonstration.stopServer()
    running = false
  }
  const stop = () =>
    void endServer()
      .then(demonstration.stopDatabase)
      .finally(() => process.exit(130))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    const played = await playDay(settings, demonstration.url, readPasswords(demonstration.keysFolder), say)
    await endServer()
    say('Reading what happened')
    const past = await readPast(demonstration.env, {
      begin: played.day.begin,
      end: played.dueUntil,
    })
    const { text, beyond } = soakReport(settings, played, past, {
      logged: errorsIn(demonstration.logFile),
      unreached: demonstration.unreached,
    })
    console.log(text)
    if (settings.result) writeFileSync(settings.result, text)
    for (const sentence of beyond) console.error(sentence)
    if (beyond.length > 0) process.exitCode = 1
  } finally {
    await endServer()
    await demonstration.stopDatabase()
  }
}

try {
  const settings = readSoakSettings()
  if ('help' in settings) console.log(settings.help)
  else await soak(settings)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
