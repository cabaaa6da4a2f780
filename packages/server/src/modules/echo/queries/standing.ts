import { allows, echoDeskRoutes } from '@lianxin/contract'
import { asking } from '../../../kernel/actor.ts'
import { query } from '../../../kernel/query.ts'
import { findCase } from '../../case/index.ts'
import { blockOf, isFound } from '../domain/outcome.ts'
import { consentOf, entryOfCase, meTooCounts } from './load-entry.ts'

const MINE = ['echo.publish', 'echo.takeDown'] as const

/** Whether a matter may be published, is, or was; and how many others have the same trouble. No words, no person. */
export const showStanding = query<typeof echoDeskRoutes.standing>({
  route: echoDeskRoutes.standing,
  permit: 'case.view',
  async view(tx, permit, { params: { id } }) {
    const { facts } = await findCase(tx, permit, id)
    const { agreed } = await consentOf(tx, id)
    const entry = await entryOfCase(tx, id)
    const meToo = await meTooCounts(tx, id)
    const row = { placeCode: facts.placeCode, unitIds: facts.unitIds, caseId: id }
    const answer = {
      asked: !isFound(facts),
      agreed,
      block: blockOf(facts, agreed),
      entry: entry
        ? {
            id: entry.id,
            version: entry.version,
            state: entry.state,
            publishedAt: entry.publishedAt,
            reason: entry.reason,
          }
        : null,
      meToo: meToo.all,
      meTooByPhone: meToo.byPhone,
      can: MINE.filter((permission) => allows(permission, asking(tx.actor), row)),
    }
    return { answer, subjects: [] }
  },
})
