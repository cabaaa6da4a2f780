import { expect, test } from 'vitest'
import { createLog } from './log.ts'

const linesOf = (write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] => {
  const lines: string[] = []
  write(
    createLog({ LOG_LEVEL: 'info', LOG_FILE: undefined }, { write: (line: string) => void lines.push(line) }),
  )
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

test('a line is one JSON object with a level in words and the time in UTC', () => {
  const [line] = linesOf((log) => log.info({ tenant: 1 }, 'listening'))
  expect(line).toMatchObject({ level: 'info', msg: 'listening', tenant: 1 })
  expect(line?.['time']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
})

test('what is below the level is not written', () => {
  expect(linesOf((log) => log.debug('quiet'))).toEqual([])
})

test.each(['password', 'token', 'authorization', 'cookie', 'phone', 'followCode', 'name', 'address'])(
  'a field called %s is removed at every level of a line',
  (field) => {
    const text = JSON.stringify(
      linesOf((log) =>
        log.info({ [field]: 'PRIVATE', one: { [field]: 'PRIVATE', two: { [field]: 'PRIVATE' } } }, 'x'),
      ),
    )
    expect(text).not.toContain('PRIVATE')
    expect(text.match(/\[removed\]/g)).toHaveLength(3)
  },
)

test('an error is written with its code and where it happened', () => {
  const error = Object.assign(new Error('no such file'), { code: 'ENOENT' })
  const [line] = linesOf((log) => log.error({ err: error }, 'failed'))
  expect(line?.['err']).toMatchObject({ type: 'Error', message: 'no such file', errorCode: 'ENOENT' })
  expect(JSON.stringify(line)).toContain('log.test.ts')
})

test('of a database error nothing is written that may be a value of a person', () => {
  const error = Object.assign(new Error('invalid input syntax for type integer: "PRIVATE"'), {
    severity: 'ERROR',
    code: '22P02',
    detail: 'Key (phone)=(PRIVATE) already exists.',
    where: 'PRIVATE',
    table: 'case_requester',
    constraint: 'one_phone',
  })
  const [line] = linesOf((log) => log.error({ err: new Error('saving failed', { cause: error }) }, 'failed'))
  expect(JSON.stringify(line)).not.toContain('PRIVATE')
  expect(line).toMatchObject({
    err: { cause: { errorCode: '22P02', table: 'case_requester', constraint: 'one_phone' } },
  })
})
