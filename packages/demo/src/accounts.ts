import { MODEL_COMMUNITY_CODE } from './district-geometry.ts'
import { GATE_OFFICE_CODE, mediationCode } from './organisation.ts'
import { centrePost, type Post, type PostRole, postCode } from './posts.ts'
import { stableId } from './stable-id.ts'

/** A sign-in of the demonstration. It has no password here: the server makes one at its first start. */
export interface DemoAccount {
  readonly id: string
  readonly username: string
  readonly personName: string
  /** The posts the person holds, the usual one first. */
  readonly postIds: readonly string[]
}

const MUDAN = MODEL_COMMUNITY_CODE
const SANTAIZI = MODEL_COMMUNITY_CODE.slice(0, 9)
const mudanGrid = (serial: string): string => postCode(`${MUDAN}${serial}`, 'gridWorker', 1)
const santaizi = (role: PostRole): string => postCode(SANTAIZI, role, 1)

const ACCOUNTS: readonly (readonly [username: string, ...postCodes: readonly string[]])[] = [
  ['grid.mudan.01', mudanGrid('001')],
  ['grid.mudan.02', mudanGrid('002')],
  ['community.mudan', postCode(MUDAN, 'communityWorker', 1)],
  ['secretary.mudan', postCode(MUDAN, 'communitySecretary', 1)],
  ['mediator.mudan.01', postCode(mediationCode(MUDAN), 'mediator', 1)],
  ['mediator.mudan.02', postCode(mediationCode(MUDAN), 'mediator', 2)],
  ['dispatcher.santaizi', santaizi('subdistrictDispatcher')],
  ['handler.santaizi', santaizi('handler')],
  ['verifier.santaizi', santaizi('verifier')],
  ['duty.district', centrePost('dutyOfficer', 1), centrePost('dispatcher', 2)],
  ['dispatcher.district', centrePost('dispatcher', 1)],
  ['verifier.district', centrePost('verifier', 1)],
  ['handler.heating', postCode('heating', 'handler', 1)],
  ['lead.heating', postCode('heating', 'departmentLead', 1)],
  ['handler.water', postCode('water', 'handler', 1)],
  ['handler.urban', postCode('urbanManagement', 'handler', 1)],
  ['handler.housing', postCode('housing', 'handler', 1)],
  ['rules.district', centrePost('ruleKeeper', 1)],
  ['lead.civil', postCode('civilAffairs', 'departmentLead', 1)],
  ['gatekeeper', postCode(GATE_OFFICE_CODE, 'gatekeeper', 1)],
  ['admin.system', centrePost('systemAdmin', 1)],
  ['admin.security', centrePost('securityAdmin', 1)],
  ['auditor', centrePost('auditor', 1)],
  ['dataprotection', centrePost('dataProtection', 1)],
]

export interface StaffedDistrict {
  readonly posts: readonly Post[]
  /** Those that are printed for people who try the demonstration. */
  readonly accounts: readonly DemoAccount[]
  /** One for each other post, so that a played day finds somebody everywhere; the user name is the post's code. */
  readonly cast: readonly DemoAccount[]
}

/** Gives the demonstration's sign-ins to the holders of their posts; who holds two posts is one person. */
export function createAccounts(posts: readonly Post[]): StaffedDistrict {
  const byCode = new Map(posts.map((post) => [post.code, post]))
  const holderOf = new Map<string, Post['holder']>()
  const accounts = ACCOUNTS.map(([username, ...codes]): DemoAccount => {
    const held = codes.map((code) => {
      const post = byCode.get(code)
      if (post === undefined) throw new Error(`account ${username} names a post that does not exist: ${code}`)
      return post
    })
    const personName = held[0]?.holder.personName ?? ''
    for (const post of held) holderOf.set(post.id, { personName })
    return { id: stableId('account', username), username, personName, postIds: held.map((post) => post.id) }
  })
  const cast = posts
    .filter(({ id }) => !holderOf.has(id))
    .map(({ id, code, holder }): DemoAccount => {
      const username = code.toLowerCase()
      return { id: stableId('account', username), username, personName: holder.personName, postIds: [id] }
    })
  return {
    posts: posts.map((post) => ({ ...post, holder: holderOf.get(post.id) ?? post.holder })),
    accounts,
    cast,
  }
}
