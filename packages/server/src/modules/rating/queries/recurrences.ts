import { allows, findRecurrences, ratingRoutes } from '@lianxin/contract'
import { asking } from '../../../kernel/actor.ts'
import { query } from '../../../kernel/query.ts'
import { recounting } from '../../../kernel/recount.ts'
import { itemsInForce } from '../../catalogue/index.ts'
import { fullPlaceNames } from '../../place/index.ts'
import { settingAt } from '../../setting/index.ts'
import { ratedRounds } from '../subscribers.ts'
import { lastWholeMonth, MONTHS_BEFORE, recurrenceCells } from './recurrence-cells.ts'
import { buildingNames, recurringBuildings } from './recurring-buildings.ts'

/** What keeps happening somewhere beyond chance and season; tested over the whole district, shown as far as the reader sees. */
export const recurrences = query<typeof ratingRoutes.recurrences>({
  route: ratingRoutes.recurrences,
  permit: 'rating.list',
  async view(tx, permit, { query: { month = lastWholeMonth(tx.now) } }) {
    const { falseAlarmPercent } = await settingAt(tx, 'topic', tx.now)
    const anew = await recounting(tx, ratedRounds)
    const found = anew ? [] : findRecurrences(await recurrenceCells(tx, month), falseAlarmPercent / 100)
    const shown = found.filter(
      ({ proposed, place }) =>
        proposed && allows(permit.permission, asking(permit.actor), { placeCode: place }),
    )
    const buildings = await recurringBuildings(tx, month, shown, falseAlarmPercent / 100)
    const names = await buildingNames(
      tx,
      [...buildings.values()].flatMap((some) => some.map(({ building }) => building)),
    )
    const items = new Map((await itemsInForce(tx)).map((item) => [item.code, item]))
    const places = await fullPlaceNames(
      tx,
      shown.map(({ place }) => place),
    )
    return {
      answer: {
        ...{ month, recounting: anew, falseAlarmPercent, monthsBefore: MONTHS_BEFORE, tested: found.length },
        proposals: shown.map((one) => {
          const { item, place, now, expected, p } = one
          return {
            ...{
              itemCode: item,
              itemName: items.get(item)?.name ?? item,
              itemNameEn: items.get(item)?.nameEn ?? item,
            },
            ...{ placeCode: place, placeName: places.get(place)?.name ?? place },
            ...{ placeNameEn: places.get(place)?.nameEn ?? place, now, expected, p },
            buildings: (buildings.get(one) ?? []).map(({ building, ...counts }) => ({
              ...{ name: names.get(building)?.name ?? '', nameEn: names.get(building)?.nameEn ?? '' },
              ...{ dwellings: counts.dwellings, now: counts.now, expected: counts.expected, p: counts.p },
            })),
          }
        }),
      },
      subjects: [],
    }
  },
})
