import { mkdirSync, writeFileSync } from 'node:fs'
import { startScratchCluster } from './cluster/scratch-cluster.ts'
import { fill, isFilled } from './data/fill.ts'
import { report } from './report/report.ts'
import { runScenes } from './run-scenes.ts'
import { readSettings } from './settings.ts'

const settings = readSettings()
if ('help' in settings) {
  console.log(settings.help)
  process.exit(0)
}
mkdirSync(settings.folder, { recursive: true })
const empty = !isFilled(settings.folder)
let cluster = await startScratchCluster(settings.folder, { loading: empty })
const stop = () => void cluster.stop().finally(() => process.exit(130))
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
try {
  const begun = performance.now()
  const say = (line: string) =>
    console.error(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`)
  const filling = await fill(cluster, settings.folder, settings, say)
  if (empty) {
    await cluster.stop()
    cluster = await startScratchCluster(settings.folder, { loading: false })
  }
  if (!settings.loadOnly) {
    const text = report(settings, filling, await runScenes(cluster, settings, filling, say))
    console.log(text)
    if (settings.result) writeFileSync(settings.result, text)
  }
} finally {
  await cluster.stop()
}
