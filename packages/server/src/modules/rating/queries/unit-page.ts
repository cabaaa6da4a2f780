import { DUTY_UNIT_KINDS, ratingRoutes, type UnitPage } from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { recounting } from '../../../kernel/recount.ts'
import { must } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { itemsInForce } from '../../catalogue/index.ts'
import { dutyListFor } from '../../gate/index.ts'
import { type UnitStanding, unitStandings } from '../../org/index.ts'
import { settingAt } from '../../setting/index.ts'
import { ratedRounds } from '../subscribers.ts'
import { causesOfUnit, repeatsOfUnit, TOLD_MS } from './negative-counts.ts'
import { type PublicItem, publicItems, publicRectifications } from './public-rectifications.ts'

/** What everybody may know of a unit. No matter is named, items that few raised are not, and times are quarters. */
export const unitPage = query<typeof ratingRoutes.unitPage>({
  route: ratingRoutes.unitPage,
  permit: 'public.read',
  async view(tx, _permit, { params: { id } }) {
    const units = await unitStandings(tx, tx.now)
    const unit = must(
      units.find((one) => one.id === id),
      { refusal: 'not-found' },
    )
    const { minimumGroup } = await settingAt(tx, 'evaluation', tx.now)
    const since = tx.now - TOLD_MS
    const anew = await recounting(tx, ratedRounds)
    const items = anew ? new Map<string, PublicItem>() : await publicItems(tx, id, since, minimumGroup)
    return {
      answer: {
        ...{ unitId: id, name: unit.name, nameEn: unit.nameEn, kind: unit.kind, ended: unit.ended },
        ...{ since, minimumGroup, recounting: anew },
        items: [...(await itemsOf(tx, unit))],
        duties: [...(await dutiesOf(tx, unit))],
        causes: await causesOfUnit(tx, id, since),
        repeats: await repeatsShown(tx, id, since, items),
        rectifications: [...(await publicRectifications(tx, id, since, items))],
      },
      subjects: [],
    }
  },
})

async function repeatsShown(
  tx: Tx,
  unitId: string,
  since: number,
  items: ReadonlyMap<string, PublicItem>,
): Promise<UnitPage['repeats']> {
  const repeats = await repeatsOfUnit(tx, unitId, since)
  return repeats.map(({ cause, name, times, itemCode }) => ({
    ...{ cause, name, times },
    item: items.get(itemCode) ?? null,
  }))
}

/** What the catalogue sends it, in the words of the catalogue for residents. A community's own word is `community`. */
async function itemsOf(tx: Tx, { kind, code }: UnitStanding): Promise<UnitPage['items']> {
  const word = kind === 'department' ? code : kind
  const led = (await itemsInForce(tx)).filter(({ leadUnit }) => leadUnit === word)
  return [...Map.groupBy(led, ({ major }) => major).values()].map((group) => ({
    name: group[0]?.majorName ?? '',
    nameEn: group[0]?.majorNameEn ?? '',
    items: group.map(({ plain, plainEn }) => ({ plain, plainEn })),
  }))
}

async function dutiesOf(tx: Tx, { id, kind }: UnitStanding): Promise<UnitPage['duties']> {
  const listed = DUTY_UNIT_KINDS.find((one) => one === kind)
  const list = listed && (await dutyListFor(tx, listed, id))
  return (list?.entries ?? []).map(({ class: of, name, nameEn, note, noteEn }) => ({
    ...{ class: of, name, nameEn, note, noteEn },
  }))
}
