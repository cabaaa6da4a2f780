import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { whistleRoutes } from '@lianxin/contract/whistle/whistle-routes'
import { api } from '../../data/api-client.ts'
import { isApiProblem } from '../../data/api-problem.ts'
import { changeEntry, freshCommand, type KeptEntry } from '../../data/kept-entries.ts'

/** A matter may move on between two looks at it, and not for ever. */
const MOST_TRIES = 3

/** Undefined: nobody is waited for there any more. Where the list is full, the matter itself is asked. */
const versionNow = async (caseId: string): Promise<number | undefined> => {
  const { rows, full } = await api(whistleRoutes.codes, {})
  const row = rows.find((one) => one.caseId === caseId)
  if (row || !full) return row?.version
  const { version, codes } = await api(caseRoutes.view, { params: { id: caseId } })
  return codes.length > 0 ? version : undefined
}

/** Whether it is worth asking again by itself: nobody answered, or somebody is to sign in first. */
const isForLater = ({ status, retry }: { readonly status: number; readonly retry: string }): boolean =>
  retry !== 'never' || status === 401

/**
 * Sends what was entered without a network, as it was entered and once; what became of it stands in the entry. False: no
 * answer came, or it is to be asked later, and it goes on waiting; so does one with a fault of our own, which says what it was
 * and holds up none after it.
 */
export const sendEntry = async ({ caseId, arrivalCode, ...kept }: KeptEntry): Promise<boolean> => {
  let { commandId, sentVersion } = kept
  const settle = (change: Pick<KeptEntry, 'state' | 'refusal'>) => {
    changeEntry(commandId, change)
    return true
  }
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    try {
      const expectedVersion = sentVersion ?? (await versionNow(caseId))
      if (expectedVersion === undefined) return settle({ state: 'over' })
      changeEntry(commandId, { sentVersion: expectedVersion, fault: undefined })
      await api(caseRoutes.move, {
        params: { id: caseId },
        body: { move: 'arrive', arrivalCode, expectedVersion },
        commandId,
      })
      return settle({ state: 'done' })
    } catch (problem) {
      if (!isApiProblem(problem)) {
        changeEntry(commandId, { fault: problem instanceof Error ? problem.message : String(problem) })
        return false
      }
      if (problem.code !== 'case.changed')
        return !isForLater(problem) && settle({ state: 'refused', refusal: problem.detail })
      const fresh = freshCommand()
      changeEntry(commandId, fresh)
      ;({ commandId, sentVersion } = fresh)
    }
  }
  return false
}
