import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { newFolder } from '../packages/server/test/support/new-folder.ts'
import { projectRoot } from './project-root.ts'

const run = promisify(execFile)
const folder = newFolder()
const program = join(projectRoot, 'tools/demo.ts')
const demo = (...args: readonly string[]) => run(process.execPath, [program, ...args])
const manifestOf = (out: string) => readFileSync(join(out, 'manifest.json'), 'utf8')
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

test('the same seed gives the same files, another seed others; the manifest tells the truth', async () => {
  const [one, again, other] = ['one', 'again', 'other'].map((name) => join(folder, name))
  if (!one || !again || !other) throw new Error('three folders')
  const told = await demo('--out', one, '--place', '210105001010')
  expect(told.stdout).toMatch(/Complete in .+ rows in .+ s, .+ MB of memory at most\./)
  expect(told.stderr).toMatch(/100 % .+ dwellings, .+\/s, 0 s left/)
  await demo('--out', again, '--place', '210105001010')
  await demo('--out', other, '--place', '210105001010', '--seed', '8')
  expect(manifestOf(again)).toBe(manifestOf(one))
  expect(manifestOf(other)).not.toBe(manifestOf(one))
  const { tables } = JSON.parse(manifestOf(one)) as {
    tables: { file: string; rows: number; bytes: number; sha256: string }[]
  }
  expect(readdirSync(one).sort()).toEqual([...tables.map(({ file }) => file), 'manifest.json'].sort())
  for (const { file, rows, bytes, sha256: hash } of tables) {
    const content = readFileSync(join(one, file))
    expect([content.length, sha256(join(one, file))]).toEqual([bytes, hash])
    const lines = content.toString().trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toHaveLength(rows)
  }
})

test('compressed CSV holds the same table as CSV', async () => {
  const [plain, packed] = [join(folder, 'plain'), join(folder, 'packed')]
  const args = ['--place', '210105001010001', '--format', 'csv', '--residents']
  await demo('--out', plain, ...args)
  await demo('--out', packed, ...args, '--gzip')
  for (const name of ['dwellings', 'residents', 'places'])
    expect(gunzipSync(readFileSync(join(packed, `${name}.csv.gz`))).toString()).toBe(
      readFileSync(join(plain, `${name}.csv`), 'utf8'),
    )
})

test('a run that is killed leaves nothing that looks complete, and the next one makes it whole', async () => {
  const [cut, whole] = [join(folder, 'cut'), join(folder, 'whole')]
  const args = ['--place', '210105001', '--format', 'csv']
  const child = spawn(process.execPath, [program, '--out', cut, ...args], { stdio: 'ignore' })
  const dead = new Promise((resolve) => child.once('exit', resolve))
  const started = join(`${cut}.unfinished`, 'dwellings.csv')
  while (!existsSync(started) || readFileSync(started).length === 0) await pause(2)
  child.kill('SIGSTOP')
  await expect(demo('--out', cut, ...args)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Process \d+ is writing .+: wait for it, or stop it first\.\n$/),
  })
  child.kill('SIGKILL')
  await dead
  expect(existsSync(cut)).toBe(false)
  expect(existsSync(join(`${cut}.unfinished`, 'manifest.json'))).toBe(false)
  await demo('--out', cut, ...args)
  await demo('--out', whole, ...args)
  expect(manifestOf(cut)).toBe(manifestOf(whole))
  expect(existsSync(`${cut}.unfinished`)).toBe(false)
})

const file = join(folder, 'a-file')
writeFileSync(file, '')

test.each([
  [[], 'Name a new folder: npm run demo -- --out FOLDER (see --help).'],
  [['--out', folder], `${folder} is there already: name a new folder, or remove it first.`],
  [['--out', join(file, 'x')], /^A part of the path is a file and not a folder: nothing was finished/],
  [['--out', join(folder, 'x'), '--place', '21x'], /^"21x" is no place/],
  [['--out', join(folder, 'x'), '--format', 'xlsx'], '--format must be ndjson or csv, not "xlsx".'],
  [['--out', join(folder, 'x'), '--seed=-1'], /^--seed must be a whole number/],
  [['--out', join(folder, 'x'), '--from', '2026-02-30'], /^--from must be a day such as/],
  [['--out', join(folder, 'x'), '--days', '1.5'], /^--days must be a whole number/],
  [['--out', join(folder, 'x'), '--rubbish'], /--rubbish/],
  [['--out', join(folder, 'x'), 'rubbish'], /^"rubbish" is not understood/],
])('%j ends with one sentence', async (args, sentence) => {
  const refused = await demo(...args).then(
    () => undefined,
    (error: { code: number; stderr: string }) => error,
  )
  expect(refused?.code).toBe(1)
  const said = refused?.stderr.trimEnd() ?? ''
  if (typeof sentence === 'string') expect(said).toBe(sentence)
  else expect(said).toMatch(sentence)
  expect(said.split('\n')).toHaveLength(1)
  expect(existsSync(join(folder, 'x'))).toBe(false)
})

test('a disk that takes no more ends with one sentence and nothing under the name', async () => {
  const out = join(folder, 'large')
  // 1 MB is the most that this shell lets a file become: to the program that is a disk that takes no more.
  const refused = run('sh', [
    '-c',
    `trap '' XFSZ; ulimit -f 2048; exec "${process.execPath}" "${program}" --out "${out}" --place 210105001`,
  ])
  await expect(refused).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('A file may not become this large here: nothing was finished under'),
  })
  expect(existsSync(out)).toBe(false)
})

test('--help says what it does', async () => {
  expect((await demo('--help')).stdout).toMatch(/^npm run demo/)
})
