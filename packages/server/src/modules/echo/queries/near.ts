import { DAY_MS, echoRoutes } from '@lianxin/contract'
import { sql } from 'kysely'
import { query } from '../../../kernel/query.ts'
import { at } from '../../../kernel/sql-values.ts'
import { itemsMeant, nearMatters } from '../../case/index.ts'
import { locate } from '../../place/index.ts'
import { settingAt } from '../../setting/index.ts'
import { refOf } from '../domain/me-too.ts'
import { shownEntries } from './entry-view.ts'
import { meTooCounts } from './load-entry.ts'

const MOST_OPEN = 3
const MOST_PUBLISHED = 3
/** What was solved longer ago tells little about today. */
const RECENT_MS = 90 * DAY_MS

/**
 * Matters near in place, time and item, for somebody who is about to raise one: perhaps it is the same. Of an
 * open matter nothing is told but item, community and age: its words are the requester's until they agreed otherwise.
 */
export const showNear = query<typeof echoRoutes.near>({
  route: echoRoutes.near,
  permit: 'public.read',
  async view(tx, _permit, { body }) {
    const [place, itemCodes, { public: within }] = await Promise.all([
      locate(tx, body.where),
      itemsMeant(tx, body),
      settingAt(tx, 'mergeRadius', tx.now),
    ])
    if (itemCodes.length === 0) return { answer: { open: [], published: [] }, subjects: [] }
    const [found, published] = await Promise.all([
      nearMatters(tx, { place, itemCodes, within, seen: null, most: MOST_OPEN }),
      shownEntries(
        tx,
        sql`e.community_code = ${place.communityCode} and e.item_code in (${sql.join(itemCodes)}) and e.published_at >= ${at(tx.now - RECENT_MS)}`,
        MOST_PUBLISHED,
      ),
    ])
    const counts = await Promise.all(found.map(({ id }) => meTooCounts(tx, id)))
    const open = found.map(({ id, code, name, nameEn, communityName, communityNameEn, openedAt }, index) => ({
      ref: refOf(tx, id),
      item: { code, name, nameEn },
      ...{ communityName, communityNameEn, openedAt },
      meToo: counts[index]?.all ?? 0,
    }))
    return { answer: { open, published: [...published] }, subjects: [] }
  },
})
