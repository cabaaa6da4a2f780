import { neverBegan, type RoutingVersion, reachesOf, routingRoutes } from '@lianxin/contract'
import { asking } from '../../../kernel/actor.ts'
import { query } from '../../../kernel/query.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { postTitles } from '../../org/index.ts'
import { ruleFaults } from '../domain/rule-faults.ts'
import { loadOptions, loadRuleGround } from './load-options.ts'
import { findDraft, type RuleSet, ruleSets, rulesAt } from './look-up-rules.ts'

/** The rules in force, those planned, and the draft; what they can be made of, and what is wrong with them. */
export const showRules = query<typeof routingRoutes.overview>({
  route: routingRoutes.overview,
  permit: 'routing.view',
  async view(tx) {
    const { present, next } = await rulesAt(tx, tx.now)
    const draft = await findDraft(tx)
    const open = draft?.open ? draft : undefined
    const all = [...(present?.rules ?? []), ...(next?.rules ?? []), ...(open?.rules ?? [])]
    const ground = await loadRuleGround(tx, all)
    const sets = await versionsOf(
      tx,
      [present, next].flatMap((one) => one ?? []),
    )
    const by = open?.savedPost ? (await postTitles(tx, [open.savedPost])).get(open.savedPost) : undefined
    return {
      answer: {
        present: sets.find(({ version }) => version === present?.version) ?? null,
        planned: sets.find(({ version }) => version === next?.version) ?? null,
        faults: [...ruleFaults(present?.rules ?? [], ground)],
        draftVersion: draft?.version ?? 0,
        draft: open
          ? {
              rules: open.rules,
              savedAt: open.savedAt,
              savedBy: by ? { zh: by.title, en: by.titleEn } : null,
              simulated: open.simulated,
              faults: [...ruleFaults(open.rules, ground)],
            }
          : null,
        mayChange: reachesOf('routing.change', asking(tx.actor)).length > 0,
        options: await loadOptions(tx, all, ground),
      },
      subjects: [],
    }
  },
})

export const ruleHistory = query<typeof routingRoutes.history>({
  route: routingRoutes.history,
  permit: 'routing.view',
  async view(tx) {
    const sets = await ruleSets(tx)
    return { answer: (await versionsOf(tx, sets)).toReversed(), subjects: [] }
  },
})

async function versionsOf(tx: Tx, sets: readonly RuleSet[]): Promise<RoutingVersion[]> {
  const titles = await postTitles(
    tx,
    sets.flatMap(({ decidedPost }) => decidedPost ?? []),
  )
  return sets.map(({ decidedPost, ...set }) => {
    const post = decidedPost ? titles.get(decidedPost) : undefined
    return {
      ...set,
      decidedBy: post ? { zh: post.title, en: post.titleEn } : null,
      replaced: neverBegan(set, sets),
    }
  })
}
