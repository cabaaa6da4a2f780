import type { CaseView } from '@lianxin/contract'
import type { Town } from './open-town.ts'
import { unitId } from './town.ts'

export const LEAD = { units: [{ unitId: unitId('housing'), role: 'lead' as const }] }

/** A matter of the district that the housing department has: dispatched, and signed for where it is said. */
export async function atHousing(
  { report, step }: Town,
  signed = true,
  told: Parameters<Town['report']>[0] = {},
) {
  const receipt = await report(told)
  const { caseId } = receipt
  await step('secretary1', caseId, 'triage', { itemCode: 'lamp' })
  await step('dispatcher', caseId, 'dispatch', LEAD)
  if (signed) await step('housing1', caseId, 'sign')
  return { caseId, receipt }
}

export const seenBy = async ({ as }: Town, name: Parameters<Town['as']>[0], caseId: string) =>
  (await (await as(name)).get<CaseView>(`/api/cases/${caseId}`)).body
