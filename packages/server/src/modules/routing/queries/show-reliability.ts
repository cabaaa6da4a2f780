import { routingRoutes } from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import { MINIMUM_MATTERS, MINIMUM_PEOPLE, THRESHOLD } from '../domain/learn-items.ts'
import { findLearning } from './look-up-learning.ts'

/** What suggested items were worth on matters that were not learnt from. */
export const showReliability = (generated: boolean) =>
  query<typeof routingRoutes.reliability>({
    route: routingRoutes.reliability,
    permit: 'routing.view',
    async view(tx) {
      const row = await findLearning(tx)
      const {
        learntFrom = 0,
        checkedOn = 0,
        tokens = 0,
        unknown = 0,
        right = 0,
        bins = [],
        firstRight = null,
      } = row?.outcome ?? {}
      return {
        answer: {
          learntAt: row?.learntAt ?? null,
          items: Object.keys(row?.items ?? {}).length,
          ...{ learntFrom, checkedOn, tokens, unknown, right, bins: [...bins], firstRight, generated },
          threshold: THRESHOLD,
          minimumPeople: MINIMUM_PEOPLE,
          minimumMatters: MINIMUM_MATTERS,
        },
        subjects: [],
      }
    },
  })
