import { expect, inject, test } from 'vitest'
import { describeOnEachDatabase } from '../../../test/support/describe-on-each-database.ts'
import { newPostgresDatabase, openPostgresAt } from '../../../test/support/test-cluster.ts'
import { checkLogin } from './check-login.ts'
import { runScript } from './transaction.ts'

describeOnEachDatabase('the check of the login role', (database) => {
  test('accepts the role that the first migration makes', async () => {
    await expect(checkLogin(database())).resolves.toBeUndefined()
  })
})

const openAs = async (role: string, setUp: string, grantee = role) => {
  const address = await newPostgresDatabase(inject('runFolder'), 'migrated')
  const administrator = openPostgresAt(address)
  const mayConnect = `grant connect on database ${new URL(address.ownerUrl).pathname.slice(1)} to ${grantee}`
  await runScript(administrator.owner, `set role none; ${setUp}; ${mayConnect}`)
  await administrator.close()
  return openPostgresAt({ ...address, loginUrl: address.loginUrl.replace('lianxin_login@', `${role}@`) })
}

test.each([
  ['postgres', 'select 1', 'it is a superuser'],
  ['strong_bypass', 'create role strong_bypass login noinherit bypassrls', 'it has BYPASSRLS'],
  [
    'strong_owns',
    'create role strong_owns login noinherit; create table t (); alter table t owner to strong_owns',
    'it owns tables',
  ],
  [
    'strong_member',
    'create role strong_member login noinherit; grant lianxin_owner to strong_member',
    'it is a member of lianxin_owner',
  ],
  [
    'strong_heir',
    'create role strong_heir login; grant lianxin_app, lianxin_auth to strong_heir',
    'it inherits the rights of its roles',
  ],
  ['weak', 'create role weak login noinherit', 'it may not become lianxin_app and lianxin_auth'],
])('refuses %s after: %s', async (role, setUp, reason) => {
  const database = await openAs(role, setUp)
  await expect(checkLogin(database)).rejects.toThrow(
    `The role ${role} in DATABASE_URL must not be used by the application, because ${reason}`,
  )
  await database.close()
})

test.each([
  ['nobody_at_all', 'select 1'],
  ['stranger', 'create role stranger login noinherit'],
])('%s, who cannot sign in, is answered with what the administrator has to do', async (role, setUp) => {
  const database = await openAs(role, setUp, 'lianxin_login')
  await expect(checkLogin(database)).rejects.toThrow('The role in DATABASE_URL cannot sign in')
  await database.close()
})
