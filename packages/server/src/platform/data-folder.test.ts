import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { newFolder } from '../../test/support/new-folder.ts'
import { claimDataFolder } from './data-folder.ts'

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Another process that claims the folder and stays; resolves with what it said. */
const claimElsewhere = async (folder: string): Promise<{ child: ChildProcess; said: string }> => {
  const program = `
    import { claimDataFolder } from ${JSON.stringify(new URL('./data-folder.ts', import.meta.url).href)}
    try { claimDataFolder(process.argv[1]); console.log('claimed') } catch (error) { console.log(error.message) }
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, folder])
  children.push(child)
  const [bytes] = (await once(child.stdout, 'data')) as [Buffer]
  return { child, said: bytes.toString().trim() }
}

const kill = async (child: ChildProcess) => {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('a second process is refused with the folder and the process that has it', async () => {
  const folder = newFolder()
  const claim = claimDataFolder(folder)
  const { said } = await claimElsewhere(folder)
  expect(said).toBe(
    `The data folder ${folder} is in use by process ${process.pid}: stop that one first, or set DATA_DIR to another folder.`,
  )
  claim.release()
})

test('after kill -9 the folder is free at once', async () => {
  const folder = newFolder()
  const first = await claimElsewhere(folder)
  expect(first.said).toBe('claimed')
  expect(() => claimDataFolder(folder)).toThrow(`in use by process ${first.child.pid}`)
  await kill(first.child)
  const claim = claimDataFolder(folder)
  expect(readFileSync(join(folder, 'lock-holder'), 'utf8').trim()).toBe(String(process.pid))
  claim.release()
})

test('of many that start at the same moment exactly one gets the folder', async () => {
  const folder = newFolder()
  const all = await Promise.all([1, 2, 3, 4].map(() => claimElsewhere(folder)))
  expect(all.filter(({ said }) => said === 'claimed')).toHaveLength(1)
})

test('a released folder can be claimed again, and releasing twice does no harm', () => {
  const folder = newFolder()
  const first = claimDataFolder(folder)
  first.release()
  const second = claimDataFolder(folder)
  first.release()
  expect(() => claimDataFolder(folder)).toThrow('in use')
  second.release()
})

test('a folder that does not exist yet is made', () => {
  const folder = join(newFolder(), 'a', 'b')
  claimDataFolder(folder).release()
  expect(readFileSync(join(folder, 'lock-holder'), 'utf8')).toContain(String(process.pid))
})
