import { ERRORS, EVENTS, Personal, ROUTES, Sensitive } from '@lianxin/contract'
import Type from 'typebox'
import { describe, expect, it } from 'vitest'
import { errorFaults, eventFaults, logFaults, personalNames, urlFaults } from './personal-fields.ts'
import { projectTree, treeOf } from './source-tree.ts'

const names = personalNames(ROUTES)
const phone = Sensitive(Type.String({ maxLength: 20 }))

describe('personal fields', () => {
  it('are known from the marks of the contract', () => {
    expect([...names]).toEqual(expect.arrayContaining(['phone', 'words']))
  })

  it('and words do not occur in events', () => {
    expect(eventFaults(EVENTS)).toEqual([])
  })

  it('do not occur in URLs', () => {
    expect(urlFaults(ROUTES)).toEqual([])
  })

  it('are not filled into the sentences of errors', () => {
    expect(errorFaults(ERRORS, names)).toEqual([])
  })

  it('are not logged', () => {
    expect(logFaults(projectTree(), names)).toEqual([])
  })
})

const logOf = (line: string) =>
  logFaults(treeOf({ 'packages/server/src/modules/case/x.ts': line }), new Set(['phone', 'name']))

describe('a personal field is seen', () => {
  it('in an event, however deep', () => {
    const nested = Type.Object({
      to: Type.Array(Type.Object({ phone })),
      id: Type.String({ pattern: '^x$' }),
    })
    expect(eventFaults({ 'case.reported': nested })).toContain(
      'event case.reported carries the personal field to.phone',
    )
    expect(eventFaults({ x: Type.Object({ note: Type.String() }) })).toHaveLength(1)
    expect(eventFaults({ x: Type.Object({ code: Type.String({ pattern: '^\\d+$' }) }) })).toEqual([])
  })

  it('in a path or a query', () => {
    const q = Type.Object({ name: Type.Optional(Personal(Type.String())) })
    expect(urlFaults([{ id: 'a', query: q }])).toHaveLength(1)
    expect(urlFaults([{ id: 'a', params: q }])).toHaveLength(1)
    expect(urlFaults([{ id: 'a', body: q }])).toEqual([])
  })

  it('in an error', () => {
    expect(errorFaults({ 'x.y': { zh: '{phone}', en: 'No.' } }, new Set(['phone']))).toHaveLength(1)
    expect(errorFaults({ 'x.y': { zh: '{state}', en: 'No.' } }, new Set(['phone']))).toEqual([])
  })

  it.each([
    'request.log.info({ phone: input.phone }, "sent")',
    'log.warn(`could not reach ${requester.phone}`)',
    'this.logger.error({ phone })',
    'log.info({ who: requester.name }, "sent")',
  ])('in a log line: %s', (line) => {
    expect(logOf(line)).toHaveLength(1)
  })

  it.each([
    'log.error({ fault: error.name }, "failed")',
    'log.info({ name: job.name })',
    'send(requester.phone)',
  ])('but not in %s', (line) => {
    expect(logOf(line)).toEqual([])
  })
})
