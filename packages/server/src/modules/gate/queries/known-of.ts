import { DATA_ELEMENTS } from '@lianxin/contract'
import type { Held, Holding } from '../../../kernel/holding.ts'
import type { Tx } from '../../../kernel/tx.ts'

/** What the registers know of communities, put together. */
export async function heldOf(
  tx: Tx,
  holdings: readonly Holding[],
  communityCodes: readonly string[],
): Promise<(communityCode: string) => Held> {
  const maps: ReadonlyMap<string, Held>[] = []
  for (const holding of holdings) maps.push(await holding.read(tx, communityCodes))
  return (code) => Object.assign({}, ...maps.map((map) => map.get(code) ?? {})) as Held
}

/** Fewer people than this are not told apart. */
const FEWEST = 5

/** What a department may have: nothing about a person, and small numbers of people blurred. */
export function forAsker(code: string, value: string | number | undefined): string | null {
  const element = DATA_ELEMENTS.find((one) => one.code === code)
  if (!element || value === undefined) return null
  if (element.personal === 'none') return String(value)
  if (element.personal !== 'count') return null
  return Number(value) > 0 && Number(value) < FEWEST ? `<${FEWEST}` : String(value)
}

/** Elements that are held and that a department may have. */
export const mayBeHanded = (code: string): boolean => {
  const element = DATA_ELEMENTS.find((one) => one.code === code)
  return element?.held != null && (element.personal === 'none' || element.personal === 'count')
}
