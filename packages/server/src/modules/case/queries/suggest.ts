import { caseRoutes } from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { findItem, itemsInForce } from '../../catalogue/index.ts'
import type { Unit } from '../../org/index.ts'
import { routeFor, suggestItemsFor } from '../../routing/index.ts'
import { dueFor } from '../domain/clocks.ts'
import { saidAnswers } from './answers.ts'
import { detailOf } from './case-detail.ts'
import { loadCalendar } from './load-calendar.ts'
import { findCase } from './load-case.ts'
import { kindOfCase } from './load-kind.ts'

/** Item, units and deadline as they would follow from the words and the rules. Shows no person: what matched is the matter's own words. */
export const suggestForCase = query<typeof caseRoutes.suggestion>({
  route: caseRoutes.suggestion,
  permit: 'case.view',
  async view(tx, permit, { params, query: input }) {
    const { facts } = await findCase(tx, permit, params.id)
    const { words } = await detailOf(tx, facts.id)
    const items = (await itemsInForce(tx)).filter(({ kinds }) => kinds.includes(facts.kind))
    const guesses = await suggestItemsFor(tx, items, words)
    const code = input.itemCode ?? facts.itemCode ?? guesses.items[0]?.item.code
    const item = code ? ((await findItem(tx, code)) ?? null) : null
    const calendar = await loadCalendar(tx)
    const { communityCode, gridCode } = facts
    const routed = item
      ? await routeFor(
          tx,
          { item, communityCode, gridCode, answers: await saidAnswers(tx, facts.id) },
          calendar,
        )
      : null
    const context = {
      kind: await kindOfCase(tx, facts),
      item,
      level: facts.level,
      calendar,
      now: tx.now,
      choices: facts.choices,
      until: null,
    }
    const clock = Object.entries(context.kind.clocks).find(([, { limit }]) => limit === 'item')?.[0]
    const due = item && clock ? dueFor(clock, routed?.lead ?? undefined, context) : null
    const suggested = (unit: Unit, role: 'lead' | 'coHandler') => ({
      ...{ id: unit.id, name: unit.name, nameEn: unit.nameEn, role },
      because: routed?.because ?? { zh: '', en: '' },
    })
    return {
      answer: {
        itemsBy: guesses.itemsBy,
        items: guesses.items.map(({ item: one, because, confidence }) => ({
          ...{ code: one.code, name: one.name, nameEn: one.nameEn, level: one.level },
          ...{ because: [...because], confidence },
        })),
        units: [
          ...(routed?.lead ? [suggested(routed.lead, 'lead')] : []),
          ...(routed?.coHandlers ?? []).map((unit) => suggested(unit, 'coHandler')),
        ],
        missingUnits: [...(routed?.missing ?? [])],
        dueAt: due?.dueAt ?? null,
        provisional: due?.provisional ?? false,
      },
      subjects: [],
    }
  },
})
