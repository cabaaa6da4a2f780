import {
  allows,
  CSV_BYTE_ORDER_MARK,
  csvRow,
  type ItemVersion,
  inForce,
  itemCells,
  itemHead,
  itemKeepingRoutes,
  ownRungs,
  planned,
} from '@lianxin/contract'
import { asking } from '../../../kernel/actor.ts'
import { query } from '../../../kernel/query.ts'
import { sheetAnswer } from '../../../kernel/sheet-answer.ts'
import { postTitles } from '../../org/index.ts'
import { lastDecision } from '../../setting/index.ts'
import type { OpenMattersOf } from '../commands/end-item.ts'
import { draftOf } from '../domain/decide-item.ts'
import { loadCatalogue } from './load-catalogue.ts'
import { type DecidedItem, itemDecisions } from './look-up-items.ts'

type Titles = ReadonlyMap<string, { readonly title: string; readonly titleEn: string }>

const shown = (decision: DecidedItem, titles: Titles): ItemVersion => {
  const post = decision.decidedPost ? titles.get(decision.decidedPost) : undefined
  const { version, effectiveFrom, ended } = decision
  const decidedBy = post ? { zh: post.title, en: post.titleEn } : null
  return { ...draftOf(decision), version, effectiveFrom, ended, decidedBy }
}

const postsOf = (decisions: readonly DecidedItem[]) => decisions.flatMap((one) => one.decidedPost ?? [])

/** The catalogue as its keepers see it: in force, planned and ended. */
export const keptItems = (openMatters: OpenMattersOf) =>
  query<typeof itemKeepingRoutes.kept>({
    route: itemKeepingRoutes.kept,
    permit: 'setting.view',
    async view(tx) {
      const { items, majors, leadUnits } = await loadCatalogue(tx)
      const open = await openMatters(tx)
      const titles = await postTitles(tx, postsOf([...items.values()].flat()))
      const rows = [...items].flatMap(([code, versions]) => {
        const present = inForce(versions, tx.now)
        const next = planned(versions, tx.now)
        const last = versions.at(-1)
        if (!last) return []
        return [
          {
            ...{ code, origin: last.origin, latestVersion: last.version },
            present: present ? shown(present, titles) : null,
            planned: next ? shown(next, titles) : null,
            openMatters: open.get(code)?.count ?? 0,
          },
        ]
      })
      const named = (words: typeof majors) => [...words].map(([code, name]) => ({ code, name }))
      const answer = {
        items: rows,
        majors: named(majors),
        leadUnits: named(leadUnits),
        mayChange: allows('catalogue.change', asking(tx.actor), {}),
      }
      return { answer, subjects: [] }
    },
  })

/** Every decision on an item, newest first. */
export const itemHistory = query<typeof itemKeepingRoutes.history>({
  route: itemKeepingRoutes.history,
  permit: 'setting.view',
  async view(tx, _permit, { params: { code } }) {
    const decisions = await itemDecisions(tx, code)
    const titles = await postTitles(tx, postsOf(decisions))
    return { answer: decisions.map((one) => shown(one, titles)).toReversed(), subjects: [] }
  },
})

/** The last decision on each item that has not ended, with its own rungs, as a sheet that can be changed and taken in again. */
export const exportItems = query<typeof itemKeepingRoutes.export>({
  route: itemKeepingRoutes.export,
  permit: 'setting.view',
  async view(tx) {
    const { items } = await loadCatalogue(tx)
    const { value: ladders } = await lastDecision(tx, 'itemLadders')
    const lines = [...items.values()].flatMap((versions) => {
      const last = versions.at(-1)
      return last && !last.ended
        ? [csvRow(itemCells(last.code, last.origin, draftOf(last), ownRungs(ladders, last.code)))]
        : []
    })
    const csv = [CSV_BYTE_ORDER_MARK + csvRow(itemHead()), ...lines].join('')
    return { answer: sheetAnswer('items.csv', csv), subjects: [] }
  },
})
