import type { caseRoutes, Input, MoveInput, Receipt, ReportCase, Role } from '@lianxin/contract'
import { type Actor, anonymous, systemActor } from '../../src/kernel/actor.ts'
import type { Module } from '../../src/kernel/module.ts'
import type { World } from '../../src/kernel/ports.ts'
import { runCommand } from '../../src/kernel/run-command.ts'
import { advance } from '../../src/kernel/run-subscribers.ts'
import { inTenant, type Tx } from '../../src/kernel/tx.ts'
import { uuidV7 } from '../../src/kernel/uuid.ts'
import { moveCase } from '../../src/modules/case/commands/move-case.ts'
import { reportCase } from '../../src/modules/case/commands/report-case.ts'
import { addItems } from '../../src/modules/catalogue/index.ts'
import { addHoldings, addPosts, addUnits } from '../../src/modules/org/index.ts'
import { addPlaces } from '../../src/modules/place/index.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { addTenant } from '../../src/platform/tenants.ts'

export const COMMUNITY = '210105001010'
export const OTHER_COMMUNITY = '210105001012'

const id = (tenant: number, kind: number, serial: number) =>
  `00000000-0000-7000-8${kind}00-${String(tenant).padStart(4, '0')}${String(serial).padStart(8, '0')}`

const UNITS = [
  {
    kind: 'commandCentre',
    code: 'centre',
    name: '区指挥中心',
    nameEn: 'Command centre',
    placeCode: '210105',
  },
  { kind: 'department', code: 'water', name: '区供水部门', nameEn: 'Water department', placeCode: '210105' },
  {
    kind: 'subdistrict',
    code: '210105001',
    name: '三台子街道',
    nameEn: 'Santaizi Subdistrict',
    placeCode: '210105001',
  },
  { kind: 'community', code: COMMUNITY, name: '牡丹社区', nameEn: 'Mudan Community', placeCode: COMMUNITY },
  {
    kind: 'community',
    code: OTHER_COMMUNITY,
    name: '松莲社区',
    nameEn: 'Songlian Community',
    placeCode: OTHER_COMMUNITY,
  },
  { kind: 'gateOffice', code: 'gate', name: '区减负准入办', nameEn: 'Gate office', placeCode: '210105' },
] as const
type UnitCode = (typeof UNITS)[number]['code']

const POSTS: readonly { role: Role; unit: UnitCode; title: string; titleEn: string }[] = [
  { role: 'communitySecretary', unit: COMMUNITY, title: '社区书记', titleEn: 'Community secretary' },
  { role: 'communitySecretary', unit: OTHER_COMMUNITY, title: '社区书记', titleEn: 'Community secretary' },
  {
    role: 'subdistrictDispatcher',
    unit: '210105001',
    title: '街道调度员',
    titleEn: 'Subdistrict dispatcher',
  },
  { role: 'dispatcher', unit: 'centre', title: '区调度员', titleEn: 'District dispatcher' },
  { role: 'handler', unit: 'water', title: '供水经办人', titleEn: 'Water handler' },
  { role: 'verifier', unit: 'centre', title: '核查员', titleEn: 'Verifier' },
  { role: 'auditor', unit: 'centre', title: '审计员', titleEn: 'Auditor' },
  { role: 'gatekeeper', unit: 'gate', title: '准入管理员', titleEn: 'Gatekeeper' },
  { role: 'departmentLead', unit: 'water', title: '供水负责人', titleEn: 'Head of water' },
]

export type SmallDistrict = {
  readonly tenant: number
  unitId(code: UnitCode): string
  /** Somebody who holds the post of this role; of the first community unless another unit is named. */
  staff(role: Role, unit?: UnitCode): Extract<Actor, { kind: 'account' }>
  inside<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  report(contact?: ReportCase['contact'], more?: Partial<ReportCase>): Promise<Receipt>
  move(actor: Actor, caseId: string, input: MoveInput): Promise<{ version: number; state: string }>
  /** Lets the subscribers of modules see everything that has happened. */
  react(...modules: readonly Module[]): Promise<void>
}

/** Two communities, their subdistrict, a department and the centre: real rows, written by the modules themselves. */
export async function smallDistrict(database: Database, world: World, tenant = 1): Promise<SmallDistrict> {
  const numberPrefix = `T${String.fromCharCode(64 + tenant)}`
  await addTenant(database, {
    id: tenant,
    code: tenant === 1 ? '210105' : '210106',
    name: '皇姑区',
    nameEn: 'Huanggu',
    numberPrefix,
    validFrom: '2020-01-01',
  })
  const inside = <T>(work: (tx: Tx) => Promise<T>) => inTenant(world, tenant, systemActor('test'), work)
  const unitId = (code: UnitCode) => id(tenant, 0, UNITS.findIndex((unit) => unit.code === code) + 1)
  const posts = POSTS.map((post, index) => ({
    ...post,
    id: id(tenant, 1, index + 1),
    accountId: id(tenant, 2, index + 1),
  }))
  const placeOf = (code: UnitCode) => UNITS.find((unit) => unit.code === code)?.placeCode ?? ''
  await inside(async (tx) => {
    await addPlaces(tx, [
      { code: '21', level: 'province', name: '辽宁省', parentCode: null },
      { code: '2101', level: 'city', name: '沈阳市', parentCode: '21' },
      { code: '210105', level: 'district', name: '皇姑区', parentCode: '2101' },
      { code: '210105001', level: 'subdistrict', name: '三台子街道', parentCode: '210105' },
      {
        code: COMMUNITY,
        level: 'community',
        name: '牡丹社区',
        nameEn: 'Mudan Community',
        parentCode: '210105001',
      },
      { code: OTHER_COMMUNITY, level: 'community', name: '松莲社区', parentCode: '210105001' },
    ])
    await addUnits(
      tx,
      UNITS.map((unit) => ({ ...unit, id: unitId(unit.code), parentId: null, hours: 'office' })),
    )
    await addPosts(
      tx,
      posts.map((post) => ({ ...post, unitId: unitId(post.unit), placeCode: placeOf(post.unit) })),
    )
    await addHoldings(
      tx,
      posts.map((post) => ({ id: post.id, postId: post.id, accountId: post.accountId, holderName: '某某' })),
    )
    await addItems(tx, [
      {
        code: 'water.none',
        version: 1,
        name: '停水',
        nameEn: 'No water',
        major: 'water',
        majorName: '供水',
        majorNameEn: 'Water',
        keywords: ['没水'],
        level: 4,
        leadUnit: 'water',
        clockKind: 'workingDay',
        limit: 2,
        source: 'test',
      },
    ])
  })
  return {
    tenant,
    unitId,
    inside,
    staff(role, unit) {
      const post = posts.find((one) => one.role === role && (unit === undefined || one.unit === unit))
      if (!post) throw new Error(`nobody is ${role}`)
      const held = {
        id: post.id,
        role: post.role,
        unitId: unitId(post.unit),
        placeCode: placeOf(post.unit),
        title: post.title,
      }
      return { kind: 'account', accountId: post.accountId, post: held }
    },
    report: (contact, more = {}) =>
      runCommand(world, reportCase, {
        tenant,
        actor: anonymous,
        id: uuidV7(world.clock.now()),
        input: {
          params: undefined,
          query: undefined,
          body: {
            words: '家里没水了',
            where: { communityCode: COMMUNITY },
            ...(contact ? { contact } : {}),
            ...more,
          },
        },
      }),
    move: (actor, caseId, body) =>
      runCommand(world, moveCase, {
        tenant,
        actor,
        id: uuidV7(world.clock.now()),
        input: { params: { id: caseId }, query: undefined, body } as Input<typeof caseRoutes.move>,
      }),
    async react(...modules) {
      const subscribers = modules.flatMap((module) => module.subscribers ?? [])
      while (await advance(world, tenant, subscribers));
    },
  }
}
