import { type FieldProblem, type SettingName, settingOf } from '@lianxin/contract'
import type { Tx } from '../../../kernel/tx.ts'

/** Given by app.ts: the catalogue comes later in the house. */
export type KnownItems = (tx: Tx) => Promise<ReadonlySet<string>>

/** Says of a value, whose form is right, which of the items that it names stand in no catalogue. */
export async function unknownItems(
  tx: Tx,
  knownItems: KnownItems,
  name: SettingName,
): Promise<(value: unknown) => readonly FieldProblem[]> {
  const { items } = settingOf(name)
  if (!items) return () => []
  const known = await knownItems(tx)
  return (value) =>
    items(value)
      .filter(({ code }) => !known.has(code))
      .map(({ field }) => ({
        ...{ field, zh: '事项目录里没有这个编号。', en: 'There is no item of this code in the catalogue.' },
      }))
}
