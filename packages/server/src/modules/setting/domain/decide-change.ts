import { isDeepStrictEqual } from 'node:util'
import {
  CHINA_UTC_OFFSET_MINUTES,
  earliest,
  type FieldProblem,
  localMinuteOf,
  type Refusal,
  refuse,
  type SettingChanged,
  type SettingName,
} from '@lianxin/contract'
import type { NewEvent } from '../../../kernel/event-store.ts'

/** What a change is decided from. `last`: the last decision, planned or in force; `problems`: what is wrong with the value. */
export type SettingState = {
  readonly name: SettingName
  readonly last: { readonly version: number; readonly effectiveFrom: number; readonly value: unknown }
  readonly ids: { readonly event: string; readonly stream: string }
  readonly problems: readonly FieldProblem[]
}

type Wanted = {
  readonly seenVersion: number
  readonly effectiveFrom: number | null
  readonly value: unknown
}

export function decideChange(
  { name, last, ids, problems }: SettingState,
  { seenVersion, effectiveFrom, value }: Wanted,
  now: number,
): readonly NewEvent<SettingChanged>[] | Refusal {
  if (problems.length > 0) return { refusal: 'input.invalid', fields: problems }
  if (seenVersion !== last.version) return refuse('setting.changed')
  const soonest = earliest(now)
  const from = effectiveFrom ?? soonest
  if (from < soonest)
    return refuse('setting.too-soon', { earliest: localMinuteOf(soonest, CHINA_UTC_OFFSET_MINUTES) })
  const begun = last.effectiveFrom <= now || last.effectiveFrom === from
  if (begun && isDeepStrictEqual(value, last.value)) return refuse('setting.same')
  const version = last.version + 1
  return [
    {
      ...{ id: ids.event, type: 'setting.changed', stream: 'setting', streamId: ids.stream },
      streamVersion: version,
      payload: { name, version, effectiveFrom: from },
    },
  ]
}
