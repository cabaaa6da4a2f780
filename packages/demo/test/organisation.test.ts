import { becomes, KINDS, suggestItems } from '@lianxin/contract'
import { describe, expect, it } from 'vitest'
import { demoDistrict } from '../src/index.ts'

const demo = demoDistrict()
const unitOf = new Map(demo.units.map((u) => [u.id, u]))
const postOf = new Map(demo.posts.map((p) => [p.id, p]))

describe('units and posts', () => {
  it('has a command centre, eleven departments, and a unit for every subdistrict and community', () => {
    const perKind = Object.groupBy(demo.units, (u) => u.kind)
    expect(perKind.commandCentre).toHaveLength(1)
    expect(perKind.department?.map((u) => u.code).sort()).toEqual([
      'civilAffairs',
      'environment',
      'gas',
      'heating',
      'housing',
      'humanResources',
      'marketSupervision',
      'municipal',
      'power',
      'urbanManagement',
      'water',
    ])
    for (const level of ['subdistrict', 'community'] as const) {
      const places = demo.places.filter((p) => p.level === level).map((p) => p.code)
      expect(perKind[level]?.map((u) => u.placeCode)).toEqual(places)
    }
  })

  it('leads from every unit up to the command centre, and heating works around the clock', () => {
    for (const unit of demo.units) {
      if (unit.kind === 'commandCentre') expect(unit.parentId).toBeNull()
      else expect(unitOf.has(unit.parentId ?? '')).toBe(true)
      if (unit.kind === 'community') {
        expect(unitOf.get(unit.parentId ?? '')?.placeCode).toBe(unit.placeCode.slice(0, 9))
      }
    }
    expect(demo.units.find((u) => u.code === 'heating')?.hours).toBe('always')
  })

  it('has exactly one grid worker for each grid, in the unit of its community', () => {
    const workers = demo.posts.filter((p) => p.role === 'gridWorker')
    const grids = demo.places.filter((p) => p.level === 'grid')
    expect(workers.map((p) => p.placeCode).sort()).toEqual(grids.map((g) => g.code).sort())
    for (const worker of workers) {
      expect(unitOf.get(worker.unitId)?.placeCode).toBe(worker.placeCode.slice(0, 12))
    }
  })

  it('gives every unit the posts that its work needs', () => {
    const roles = (unitId: string): Set<string> =>
      new Set(demo.posts.filter((p) => p.unitId === unitId).map((p) => p.role))
    const needed = {
      commandCentre: [
        'dutyOfficer',
        'dispatcher',
        'verifier',
        'ruleKeeper',
        'systemAdmin',
        'securityAdmin',
        'auditor',
        'dataProtection',
      ],
      gateOffice: ['gatekeeper'],
      department: ['departmentLead', 'handler'],
      subdistrict: ['subdistrictDispatcher', 'handler', 'verifier'],
      community: ['communitySecretary', 'communityWorker', 'gridWorker'],
      mediationCommittee: ['mediator'],
    }
    for (const unit of demo.units) {
      for (const role of needed[unit.kind])
        expect([unit.name, roles(unit.id).has(role)]).toEqual([unit.name, true])
    }
  })

  it('marks every person as invented', () => {
    for (const post of demo.posts) expect(post.holder.personName).toMatch(/^演示·\S{2,3}$/u)
  })
})

describe('the demonstration accounts', () => {
  it('hold posts that exist, each held by the person of the account and by no other account', () => {
    const held = demo.accounts.flatMap((a) => a.postIds)
    expect(new Set(held).size).toBe(held.length)
    for (const account of demo.accounts) {
      expect(account.postIds.length).toBeGreaterThan(0)
      for (const id of account.postIds) expect(postOf.get(id)?.holder.personName).toBe(account.personName)
    }
    expect(new Set(demo.accounts.map((a) => a.username)).size).toBe(demo.accounts.length)
  })

  it('cover every role, keep the three administrators apart, and nobody both handles and verifies', () => {
    const rolesOf = demo.accounts.map((a) => a.postIds.map((id) => postOf.get(id)?.role))
    expect(new Set(rolesOf.flat())).toEqual(new Set(demo.posts.map((p) => p.role)))
    const admin = ['systemAdmin', 'securityAdmin', 'auditor']
    for (const roles of rolesOf) {
      expect(roles.filter((role) => admin.includes(role ?? '')).length).toBeLessThanOrEqual(1)
      expect(roles.includes('handler') && roles.includes('verifier')).toBe(false)
    }
  })
})

describe('the catalogue of items', () => {
  it('has about seventy items, each with a unit that exists, words that residents use, and a source', () => {
    const leads = new Set([
      ...demo.units.filter((u) => u.kind === 'department').map((u) => u.code),
      'community',
      'subdistrict',
    ])
    expect(demo.catalogue.length).toBeGreaterThanOrEqual(60)
    expect(demo.catalogue.length).toBeLessThanOrEqual(80)
    for (const item of demo.catalogue) {
      expect(item.code).toMatch(/^\d{5}$/)
      expect(leads.has(item.leadUnitCode)).toBe(true)
      expect(item.keywords.length).toBeGreaterThanOrEqual(4)
      expect([item.plain, item.plainEn, ...item.keywords]).not.toContain('')
      expect(item.kinds.length).toBeGreaterThan(0)
      for (const kind of item.kinds) expect(KINDS.map((one) => one.kind)).toContain(kind)
      expect(item.source).not.toBe('')
    }
    expect(new Set(demo.catalogue.map((item) => item.clockKind)).size).toBe(4)
  })

  it('extends the provincial base by codes of its own, and edits nothing of it', () => {
    for (const { code, origin } of demo.catalogue)
      expect(origin).toBe(Number(code.slice(2)) >= 500 ? 'district' : 'province')
    expect(demo.catalogue.some(({ origin }) => origin === 'district')).toBe(true)
  })

  it('asks questions that can be answered, and an answer leads to an item that there is', () => {
    const codes = new Set(demo.catalogue.map(({ code }) => code))
    const asked = demo.catalogue.flatMap(({ questions }) => questions)
    expect(asked.length).toBeGreaterThan(8)
    for (const { text, choices } of asked) {
      expect([text.zh, text.en, ...choices.flatMap((one) => [one.text.zh, one.text.en])]).not.toContain('')
      expect(choices.length).not.toBe(1)
      for (const one of choices) expect(one.becomes === null || codes.has(one.becomes)).toBe(true)
    }
    const lift = demo.catalogue.find(({ code }) => code === '14080')
    expect(becomes(lift?.questions ?? [], [{ question: 'trapped', choice: 'yes' }])).toBe('14083')
  })

  it.each([
    ['暖气一直不热', '11080'],
    ['楼下垃圾好几天没人收', '01002'],
    ['电梯又坏了，有人困在里面', '14083'],
    ['小区门口的井盖丢了', '13082'],
    ['楼上天天半夜装修太吵了', '16080'],
    ['闻到一股煤气味', '17081'],
    ['The street light is out', '13080'],
  ])('suggests for “%s” the item %s', (words, code) => {
    expect(suggestItems(demo.catalogue, words)[0]?.item.code).toBe(code)
  })

  it.each([
    ['暴露垃圾', 'workingHour', 4],
    ['绿地养护', 'workingDay', 5],
    ['室温不达标', 'urgentHour', 24],
    ['井盖缺失', 'urgentHour', 2],
  ])('limits %s by %s to %i', (name, clockKind, limit) => {
    expect(demo.catalogue.find((item) => item.name === name)).toMatchObject({ clockKind, limit })
  })

  it('gives every emergency two urgent hours', () => {
    for (const item of demo.catalogue.filter((i) => i.level === 'emergency')) {
      expect([item.clockKind, item.limit]).toEqual(['urgentHour', 2])
    }
  })
})
