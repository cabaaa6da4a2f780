import { expect, test } from 'vitest'
import { boundValues, transactionsIn } from './server-log.ts'

const line = (pid: number, message: string, detail?: string) =>
  JSON.stringify({ pid, user: 'lianxin_login', message, detail, error_severity: 'LOG' })

test('bound values are read with their quotes, commas and missing values', () => {
  expect(boundValues(`parameters: $1 = 'it''s, $2 = x', $2 = NULL, $3 = ''`)).toEqual([
    "it's, $2 = x",
    null,
    '',
  ])
  expect(boundValues(undefined)).toEqual([])
})

test('statements of two sessions that came mixed are put together by session', () => {
  const lines = [
    line(1, 'statement: begin;\nSET LOCAL app.tenant = 1'),
    line(2, 'execute <unnamed>: select $1', "parameters: $1 = 'a'"),
    line(1, 'execute s1: select $1', "parameters: $1 = 'b'"),
    line(1, 'statement: commit'),
  ]
  const texts = transactionsIn(lines).map(({ statements }) => statements.map(({ text }) => text))
  expect(texts).toEqual([['select $1'], ['begin;\nSET LOCAL app.tenant = 1', 'select $1', 'commit']])
  expect(transactionsIn(lines).flatMap(({ statements }) => statements.map((one) => one.prepared))).toEqual([
    ...[false, false, true, false],
  ])
})

test('the rest of a transaction that had begun before is nobody’s', () => {
  expect(transactionsIn([line(1, 'statement: select 1'), line(1, 'statement: commit')])).toEqual([])
})

test('an error is no statement', () => {
  const failed = { pid: 1, user: 'a', message: 'statement: boom', error_severity: 'ERROR' }
  expect(transactionsIn([JSON.stringify(failed)])).toEqual([])
})
