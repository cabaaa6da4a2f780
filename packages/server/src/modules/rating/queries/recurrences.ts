import { allows, findRecurrences, monthOf, monthSpan, ratingRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { asking } from '../../../kernel/actor.ts'
import { query } from '../../../kernel/query.ts'
import { at } from '../../../kernel/sql-values.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { itemsInForce } from '../../catalogue/index.ts'
import { placeNames } from '../../place/index.ts'
import { settingAt } from '../../setting/index.ts'

/** Of a whole year every season is seen once. */
const MONTHS_BEFORE = 12

/** What keeps happening somewhere beyond chance and season; tested over the whole district, shown as far as the reader sees. */
export const recurrences = query<typeof ratingRoutes.recurrences>({
  route: ratingRoutes.recurrences,
  permit: 'rating.list',
  async view(tx, permit, { query: { month = lastWholeMonth(tx.now) } }) {
    const { falseAlarmPercent } = await settingAt(tx, 'topic', tx.now)
    const found = findRecurrences(await cellsOf(tx, month), falseAlarmPercent / 100)
    const shown = found.filter(
      ({ proposed, place }) =>
        proposed && allows(permit.permission, asking(permit.actor), { placeCode: place }),
    )
    const items = new Map((await itemsInForce(tx)).map((item) => [item.code, item]))
    const places = await placeNames(
      tx,
      shown.map(({ place }) => place),
    )
    return {
      answer: {
        ...{ month, falseAlarmPercent, monthsBefore: MONTHS_BEFORE, tested: found.length },
        proposals: shown.map(({ item, place, now, expected, p }) => ({
          ...{
            itemCode: item,
            itemName: items.get(item)?.name ?? item,
            itemNameEn: items.get(item)?.nameEn ?? item,
          },
          ...{ placeCode: place, placeName: places.get(place)?.name ?? place },
          ...{ placeNameEn: places.get(place)?.nameEn ?? place, now, expected, p },
        })),
      },
      subjects: [],
    }
  },
})

const lastWholeMonth = (now: number) => monthOf(monthSpan(monthOf(now))[0] - 1)

/** How often each item was raised in each community, by month. What was joined with another or left out of the rates is not counted again. */
async function cellsOf(tx: Tx, month: string) {
  const months = [month]
  while (months.length <= MONTHS_BEFORE) months.push(monthOf(monthSpan(months.at(-1) ?? month)[0] - 1))
  const [from] = monthSpan(months.at(-1) ?? month)
  const [, until] = monthSpan(month)
  const { rows } = await sql<{ item: string; place: string; month: string; count: number }>`
    select r.item_code as item, left(r.place_code, 12) as place,
      to_char(r.started_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*)::int as count
    from rating_round r
    where r.tenant = ${tx.tenant} and r.round = 0 and r.started_at >= ${at(from)} and r.started_at < ${at(until)}
      and r.item_code is not null and not r.excluded and r.ending is distinct from 'merged'
    group by 1, 2, 3`.execute(tx.db)
  return [...Map.groupBy(rows, ({ item, place }) => `${item} ${place}`).values()].flatMap((group) => {
    const [first] = group
    const [now = 0, ...before] = months.map((one) => group.find((row) => row.month === one)?.count ?? 0)
    return first ? [{ item: first.item, place: first.place, now, before }] : []
  })
}
