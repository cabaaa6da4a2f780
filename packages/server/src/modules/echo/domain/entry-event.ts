import type { EchoStep } from '@lianxin/contract'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { type Entry, STREAM } from './entry.ts'

type Step = {
  readonly id: string
  readonly type: 'echo.published' | 'echo.corrected' | 'echo.takenDown'
  readonly entry: Entry
  readonly contentIds: EchoStep['contentIds']
  readonly pictureIds: readonly string[]
  readonly keptFindings: number
}

/** The event of an answer as it stands after the step. */
export const entryEvent = ({
  id,
  type,
  entry,
  contentIds,
  pictureIds,
  keptFindings,
}: Step): NewEvent<EchoStep> => ({
  id,
  type,
  stream: STREAM,
  streamId: entry.id,
  streamVersion: entry.version,
  payload: {
    caseId: entry.caseId,
    state: entry.state,
    version: entry.version,
    communityCode: entry.communityCode,
    compoundId: entry.compoundId,
    itemCode: entry.itemCode,
    itemVersion: entry.itemVersion,
    unitId: entry.unitId,
    contentIds,
    pictureIds: [...pictureIds],
    keptFindings,
    reason: entry.reason,
  },
})

/** The entry taken down: its next version, and why. */
export const downed = (entry: Entry, reason: NonNullable<Entry['reason']>): Entry => ({
  ...entry,
  version: entry.version + 1,
  state: 'down',
  reason,
})
