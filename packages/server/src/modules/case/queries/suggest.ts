import { caseRoutes, getKind, suggestItems } from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { findItem, itemsInForce } from '../../catalogue/index.ts'
import { lookUpUnits, type Unit } from '../../org/index.ts'
import { dueFor } from '../domain/clocks.ts'
import { detailOf } from './case-detail.ts'
import { loadCalendar } from './load-calendar.ts'
import { findCase } from './load-case.ts'

/** Item, unit and deadline as they would follow from the words and the catalogue. Shows no person: what matched is the catalogue's own words. */
export const suggestForCase = query<typeof caseRoutes.suggestion>({
  route: caseRoutes.suggestion,
  permit: 'case.view',
  async view(tx, permit, { params, query: input }) {
    const { facts } = await findCase(tx, permit, params.id)
    const { words } = await detailOf(tx, facts.id)
    const items = (await itemsInForce(tx)).filter(({ kinds }) => kinds.includes(facts.kind))
    const guesses = suggestItems(items, words)
    const code = input.itemCode ?? facts.itemCode ?? guesses[0]?.item.code
    const item = code ? ((await findItem(tx, code)) ?? null) : null
    const units = item
      ? await lookUpUnits(tx, { ids: [], codes: [item.leadUnit], communityCode: facts.communityCode })
      : []
    const lead = item ? units.find((unit) => isLead(unit, item.leadUnit)) : undefined
    const context = {
      kind: getKind(facts.kind, facts.kindVersion),
      item,
      calendar: await loadCalendar(tx),
      now: tx.now,
      choices: facts.choices,
      until: null,
    }
    const clock = Object.entries(context.kind.clocks).find(([, { limit }]) => limit === 'item')?.[0]
    const due = item && clock ? dueFor(clock, lead, context) : null
    return {
      answer: {
        items: guesses.map(({ item: one, because }) => ({
          code: one.code,
          name: one.name,
          nameEn: one.nameEn,
          level: one.level,
          because: [...because],
        })),
        units:
          lead && item
            ? [
                {
                  id: lead.id,
                  name: lead.name,
                  nameEn: lead.nameEn,
                  role: 'lead' as const,
                  because: {
                    zh: `事项目录规定“${item.name}”由它主办`,
                    en: `The catalogue names it as the lead for “${item.nameEn}”`,
                  },
                },
              ]
            : [],
        dueAt: due?.dueAt ?? null,
        provisional: due?.provisional ?? false,
      },
      subjects: [],
    }
  },
})

const isLead = (unit: Unit, leadUnit: string) =>
  unit.code === leadUnit || (unit.kind === leadUnit && unit.kind !== 'department')
