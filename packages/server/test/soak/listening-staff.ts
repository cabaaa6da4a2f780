import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { chunks } from '../../src/chunks.ts'
import { identifier } from '../../src/identify.ts'
import type { Identify } from '../../src/kernel/edge.ts'
import type { World } from '../../src/kernel/ports.ts'
import { at } from '../../src/kernel/sql-values.ts'
import { uuidV7 } from '../../src/kernel/uuid.ts'
import { createSignIn } from '../../src/modules/account/index.ts'
import { addHoldings, addPosts } from '../../src/modules/org/index.ts'
import { hashPassword, verifyPassword } from '../../src/platform/crypto/password.ts'
import { readToken, signToken } from '../../src/platform/crypto/tokens.ts'
import type { Database } from '../../src/platform/database/open-database.ts'
import { tenantDirectory } from '../../src/platform/tenants.ts'
import type { SmallDistrict } from '../support/small-district.ts'
import { sessionTokenOf } from './session-token.ts'

const DAY_MS = 86_400_000

/**
 * So many dispatchers of a district, each with a post, an account and an open session, and the way in which the server tells
 * who they are: nothing of it is left out but the typing of passwords.
 */
export async function listeningStaff(
  database: Database,
  world: World,
  district: SmallDistrict,
  howMany: number,
): Promise<{ readonly identify: Identify; readonly secret: string }> {
  const secret = randomBytes(32).toString('base64')
  const key = randomBytes(32)
  const now = world.clock.now()
  const signIn = createSignIn({
    ...{ database: database.auth, secret, publicUrl: 'http://localhost', clock: world.clock },
    ...{ hashPassword, verifyPassword },
  })
  const staff = Array.from({ length: howMany }, (_, serial) => ({
    id: uuidV7(now),
    postId: uuidV7(now),
    sessionId: uuidV7(now),
    username: `listener.${serial}`,
    token: sessionTokenOf(serial),
  }))
  const post = { role: 'dispatcher', title: '区调度员', titleEn: 'Dispatcher', placeCode: '210105' }
  const unitId = district.unitId('centre')
  for (const rows of chunks(staff)) {
    await district.inside(async (tx) => {
      await addPosts(
        tx,
        rows.map(({ postId }) => ({ ...post, id: postId, unitId })),
      )
      await addHoldings(
        tx,
        rows.map(({ id, postId }) => ({ id: uuidV7(now), postId, accountId: id, holderName: '某某' })),
      )
    })
    await signIn.addAccounts(rows, randomBytes(24).toString('base64'))
    await sql`
      insert into session (id, "userId", token, "expiresAt", "createdAt", "updatedAt")
      select r."sessionId", r.id, r.token, ${at(now + DAY_MS / 2)}, ${at(now)}, ${at(now)}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("sessionId" uuid, id uuid, token text)`.execute(
      database.auth,
    )
  }
  const identify = identifier({
    world,
    tenants: tenantDirectory(database, () => world.wall.now()),
    signIn,
    tokens: {
      sign: (claims) => signToken(key, claims),
      read: (token, purpose, moment) => readToken(key, token, purpose, moment),
    },
  })
  return { identify, secret }
}
