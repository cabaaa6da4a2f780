import { randomUUID } from 'node:crypto'
import { isRefusal, type Permission, type Role } from '@lianxin/contract'
import { type Actor, systemActor } from '../../src/kernel/actor.ts'
import { mintPermit, type Permit } from '../../src/kernel/permit.ts'
import { TENANT } from './open-town.ts'
import { type UnitName, unitId } from './town.ts'

/** Whose asking: PostgreSQL plans for a role that row-level security holds, so nothing else may ask here. */
const actor = (role: Role, unit: UnitName, placeCode: string): Actor => ({
  kind: 'account',
  accountId: randomUUID(),
  post: { id: randomUUID(), title: '', role, unitId: unitId(unit), placeCode },
})
export const DISPATCHER = actor('dispatcher', 'centre', '210105')
export const HANDLER = actor('handler', 'housing', '210105')
export const COMMUNITY_CODE = '210105003001'
export const COMMUNITY: Actor = {
  kind: 'account',
  accountId: randomUUID(),
  post: {
    ...{ id: randomUUID(), title: '', role: 'communityWorker', placeCode: COMMUNITY_CODE },
    unitId: '0000000a-0000-7000-8000-000000000000',
  },
}
export const SYSTEM = systemActor('case.clocks')

export function permit(who: Actor, permission: Permission): Permit {
  const minted = mintPermit(permission, who, TENANT)
  if (isRefusal(minted)) throw new Error(minted.refusal)
  return minted
}
