import type { CaseView, MoveInput, RaiseCase, Raised } from '@lianxin/contract'
import { expect } from 'vitest'
import type { Town } from './open-town.ts'
import { GRIDS, type PersonName, type UnitName, unitId } from './town.ts'

export const unitsOf = (...names: readonly UnitName[]) =>
  names.map((name, index) => ({ unitId: unitId(name), role: index === 0 ? 'lead' : 'coHandler' }) as const)

/** What people do with a whistle, each as their client does it. */
export const whistleHands = (town: () => Town) => {
  const raise = async (
    name: PersonName,
    cause: string,
    units: readonly UnitName[],
    more: Partial<RaiseCase> = {},
  ) =>
    (await town().as(name)).post<Raised & { code?: string }>('/api/cases/raised', {
      ...{ kind: 'whistle', words: '消防通道被车堵住，要交警和住建一起来', where: { gridCode: GRIDS[0] } },
      ...{ firstMove: { move: 'blow', choices: { cause }, units: unitsOf(...units) } },
      ...more,
    })
  const view = async (name: PersonName, caseId: string) =>
    (await (await town().as(name)).get<CaseView>(`/api/cases/${caseId}`)).body
  return {
    raise,
    view,
    blow: async (cause: string, ...units: readonly UnitName[]) => {
      const { status, body } = await raise('grid1', cause, units)
      expect(status).toBe(200)
      return body.caseId
    },
    codeFor: async (name: PersonName, caseId: string, other: UnitName) =>
      (await view(name, caseId)).codes.find(({ to }) => to.id === unitId(other))?.arrivalCode ?? '',
    assignmentOf: async (caseId: string, unit: UnitName) =>
      (await view('dutyOfficer', caseId)).assignments.find((one) => one.unit.id === unitId(unit))?.id ?? '',
    attempt: async (name: PersonName, caseId: string, input: Omit<MoveInput, 'expectedVersion'>) =>
      (await town().as(name)).move(caseId, { ...input, expectedVersion: await town().versionOf(caseId) }),
  }
}
export type WhistleHands = ReturnType<typeof whistleHands>
