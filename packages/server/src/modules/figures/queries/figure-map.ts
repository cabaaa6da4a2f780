import { type FigureMap, figureRoutes } from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { countOpen, sumOpen } from './count-open.ts'
import { countedUntil } from './counted-until.ts'
import { areasWithin, placeAsked } from './figure-places.ts'
import type { SharedAnswers } from './shared-answers.ts'

const GRID = 15
const COMMUNITY = 12

export const figureMap = (shared: SharedAnswers<FigureMap>) =>
  query<typeof figureRoutes.map>({
    route: figureRoutes.map,
    permit: 'figures.view',
    async view(tx, permit, { query: asked }) {
      const { place } = await placeAsked(tx, permit, asked.place)
      const { seq, recounting } = await countedUntil(tx)
      const answer = await shared(`${tx.tenant} ${place.code}`, { seq, now: tx.now }, async () => {
        const byGrid = await countOpen(tx, place.code, GRID)
        const byCommunity = Map.groupBy(byGrid, ([code]) => code.slice(0, COMMUNITY))
        const areas = (await areasWithin(tx, place.code)).flatMap(({ code, name, nameEn, level }) => {
          const counts =
            level === 'grid' ? byGrid.get(code) : sumOpen((byCommunity.get(code) ?? []).map(([, of]) => of))
          return counts ? { code, name, nameEn, ...counts } : []
        })
        return { at: tx.now, seq, recounting, areas }
      })
      return { answer, subjects: [] }
    },
  })
