import type { Module } from '../../kernel/module.ts'
import { listDeliberations } from './queries/list-deliberations.ts'
import { showDeliberation } from './queries/show-deliberation.ts'

/** 两公开: what residents and owners decide and what came of it, as everybody may read it. The matters are the case engine's. */
export const deliberation: Module = {
  name: 'deliberation',
  queries: [listDeliberations, showDeliberation],
}
