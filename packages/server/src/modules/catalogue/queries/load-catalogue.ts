import { type Bilingual, inForce } from '@lianxin/contract'
import type { Tx } from '../../../kernel/tx.ts'
import { departmentNames } from '../../org/index.ts'
import { type DecidedItem, itemDecisions } from './look-up-items.ts'

/** The whole catalogue, and what a new item may name: what a decision on it is taken from. */
export type Catalogue = {
  /** Decisions by code, oldest first. */
  readonly items: ReadonlyMap<string, readonly DecidedItem[]>
  readonly majors: ReadonlyMap<string, Bilingual>
  readonly leadUnits: ReadonlyMap<string, Bilingual>
  readonly codesInForce: ReadonlySet<string>
  /** How many decisions there are: it only grows. */
  readonly seen: number
}

/** Lead units that are found by the place of the matter. */
const OF_THE_PLACE: readonly (readonly [string, Bilingual])[] = [
  ['community', { zh: '所在社区', en: 'the community of the place' }],
  ['subdistrict', { zh: '所在街道', en: 'the subdistrict of the place' }],
]

export async function loadCatalogue(tx: Tx): Promise<Catalogue> {
  const decisions = await itemDecisions(tx)
  const items = Map.groupBy(decisions, ({ code }) => code)
  const departments = [...(await departmentNames(tx))].map(
    ([code, { name, nameEn }]) => [code, { zh: name, en: nameEn }] as const,
  )
  return {
    items,
    majors: new Map(
      decisions.map(({ major, majorName, majorNameEn }) => [major, { zh: majorName, en: majorNameEn }]),
    ),
    leadUnits: new Map([...OF_THE_PLACE, ...departments]),
    codesInForce: new Set(
      [...items].flatMap(([code, versions]) => {
        const present = inForce(versions, tx.now)
        return present && !present.ended ? [code] : []
      }),
    ),
    seen: decisions.length,
  }
}
