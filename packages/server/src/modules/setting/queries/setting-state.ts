import type { FieldProblem, SettingName } from '@lianxin/contract'
import { derivedId } from '../../../kernel/derived-id.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import type { SettingState } from '../domain/decide-change.ts'
import { lastDecision } from './look-up-settings.ts'

/** What a change of a rule is decided from. `problems`: what is wrong with the value that is wanted. */
export const stateOf = async (
  tx: Tx,
  name: SettingName,
  problems: readonly FieldProblem[],
): Promise<SettingState> => ({
  ...{ name, problems, last: await lastDecision(tx, name) },
  ids: { event: uuidV7(tx.now), stream: derivedId('setting', name) },
})
