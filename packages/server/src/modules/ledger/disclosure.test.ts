import { PURPOSE_NAMES } from '@lianxin/contract'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { TOLD_AFTER_DAYS, told } from './disclosure.ts'

const NOW = Date.parse('2026-03-02T09:00:00+08:00')
const DAY = 86_400_000

describeOnEachDatabase('what people learn of reads of their data', (database) => {
  test.each([
    ['at once', 0, null, 0, true],
    ['at once when no purpose was stated', 30, null, 0, true],
    ['not before its days are over', 30, 'audit', 30 * DAY - 1, false],
    ['when its days are over', 30, 'audit', 30 * DAY, true],
    ['never, for a blind purpose', null, 'audit', 1000 * DAY, false],
    ['at once for another purpose', null, 'handleCase', 0, true],
  ])('%s', async (_, days, purpose, age, shown) => {
    const policy = { audit: days, handleCase: 0 }
    const { rows } = await inTransaction(database(), 'set local role lianxin_app', (trx) =>
      sql`select 1 from (select ${purpose}::text as purpose, ${new Date(NOW - age).toISOString()}::timestamptz as at) r where ${told(NOW, policy)}`.execute(
        trx,
      ),
    )
    expect(rows.length === 1).toBe(shown)
  })
})

test('every purpose has its rule, and only an audit is told later', () => {
  expect(Object.keys(TOLD_AFTER_DAYS).toSorted()).toEqual(PURPOSE_NAMES.toSorted())
  expect(Object.entries(TOLD_AFTER_DAYS).filter(([, days]) => days !== 0)).toEqual([['audit', 30]])
})
