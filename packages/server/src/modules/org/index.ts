import type { Module } from '../../kernel/module.ts'
import { appointActing } from './commands/appoint-acting.ts'
import { cancelChange } from './commands/cancel-change.ts'
import { changeHolder } from './commands/change-holder.ts'
import { postChangeJob } from './jobs.ts'
import { gridPeople } from './queries/grid-people.ts'
import { listPosts } from './queries/list-posts.ts'
import { listUnits } from './queries/list-units.ts'
import { ownChanges } from './queries/own-changes.ts'

export { type FilePlan, plansOfFile } from './commands/plan-from-file.ts'
export { answerableUnit } from './queries/answerable-unit.ts'
export { type CommunityUnit, communityUnits } from './queries/community-units.ts'
export { holdersOf, servingName } from './queries/holders.ts'
export { postHolding } from './queries/holdings.ts'
export {
  departmentNames,
  gridWorkerName,
  hasUnitIn,
  lookUpUnits,
  unitNames,
} from './queries/look-up-units.ts'
export {
  actingTimes,
  type HeldPost,
  postsOfAccount,
  postsOfReader,
  postTitles,
  wasActing,
} from './queries/posts-of-account.ts'
export { type UnitStanding, unitStandings } from './queries/unit-standings.ts'
export { addHoldings, addPosts, addUnits } from './store.ts'
export type { Unit } from './unit.ts'

/** Units, posts and who holds them. */
export const org: Module = {
  name: 'org',
  commands: [changeHolder, appointActing, cancelChange],
  queries: [listUnits, gridPeople, listPosts, ownChanges],
  jobs: [postChangeJob],
}
