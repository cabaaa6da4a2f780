import { failPlainly } from './fail-plainly.ts'
import { readArguments } from './read-arguments.ts'
import { runProgram, stopChildrenWithUs } from './run-program.ts'

const help = `
npm run dev

Serves the web app from its sources at http://localhost:5173, with changes shown at once, and restarts the
server behind it (PORT, 8080 by default) when a file of it changes. Stop with Ctrl-C.
`

await failPlainly(async () => {
  readArguments(help, {})
  stopChildrenWithUs()
  const port = process.env['PORT'] ?? '8080'
  const page = 'http://localhost:5173'
  const forever = { limitMinutes: Number.POSITIVE_INFINITY }
  const endings = [
    runProgram('node', ['--watch', 'packages/server/src/main.ts'], {
      ...forever,
      env: { PORT: port, PUBLIC_URL: page },
    }),
    runProgram('vite', ['--port', '5173', '--strictPort'], {
      ...forever,
      cwd: 'packages/web',
      env: { API_ORIGIN: `http://127.0.0.1:${port}` },
    }),
  ]
  await Promise.race(endings)
  throw new Error('The server or the web app has ended; see above.')
})
