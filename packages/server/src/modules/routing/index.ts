import type { Module } from '../../kernel/module.ts'
import { enforceDraft } from './commands/enforce-draft.ts'
import { saveRoutingDraft } from './commands/save-draft.ts'
import { simulateDraft } from './commands/simulate-draft.ts'
import { alertJob, learnJob } from './jobs.ts'
import type { PastMatters } from './past-matters.ts'
import { listRoutingAlerts } from './queries/list-alerts.ts'
import { checkRuleSheet, exportRules } from './queries/rule-sheet.ts'
import { showReliability } from './queries/show-reliability.ts'
import { ruleHistory, showRules } from './queries/show-rules.ts'
import { showSimulation } from './queries/show-simulation.ts'

export type { ClosedMatter } from './domain/learn-items.ts'
export type { MatterCursor, PastMatter, PastMatters } from './past-matters.ts'
export { suggestItemsFor } from './queries/look-up-learning.ts'
export { routeFor } from './queries/route-for.ts'
export { addRoutingSet } from './store.ts'

/** Who gets which matter: rules as data, tried before they count, and items suggested from words. Never decides a matter. */
export const routing = (
  matters: PastMatters,
  { generatedWords }: { readonly generatedWords: boolean },
): Module => ({
  name: 'routing',
  commands: [saveRoutingDraft, simulateDraft(matters), enforceDraft],
  queries: [
    showRules,
    ruleHistory,
    showSimulation(matters),
    exportRules,
    checkRuleSheet,
    listRoutingAlerts,
    showReliability(generatedWords),
  ],
  jobs: [alertJob, learnJob(matters)],
})
