import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { startProcess } from '../support/server-process.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

it('a second start on the same data folder is refused with a sentence', async () => {
  const folder = /kept in (.+)\/keys\//.exec(server.output())?.[1] ?? ''
  const second = startProcess({ folder, port: 1 })
  await expect(second).rejects.toThrow(/The data folder .* is in use by process \d+: /)
  expect((await fetch(`${server.url}/readyz`)).ok).toBe(true)
})

it('after kill -9 it starts again with the same accounts', async () => {
  const before = server.account('dispatcher.district')
  await server.killHard()
  await expect(fetch(`${server.url}/readyz`)).rejects.toThrow()
  await server.startAgain()
  expect((await fetch(`${server.url}/readyz`)).ok).toBe(true)
  expect(server.account('dispatcher.district')).toEqual(before)
})
