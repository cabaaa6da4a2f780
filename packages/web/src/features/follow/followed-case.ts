import { caseRoutes } from '@lianxin/contract/case/case-routes'
import type { FollowView } from '@lianxin/contract/case/follow-view'
import { followRoutes } from '@lianxin/contract/follow/follow-routes'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { queryOf } from '../../data/api-client.ts'
import { isApiProblem } from '../../data/api-problem.ts'
import { clearDraft, draftIds } from '../../data/drafts.ts'
import { entryDraftId } from './move-entry.ts'

/** What a requester may make a step on: the own matter, or what was opened because it went wrong. */
export type Movable = Pick<FollowView, 'id' | 'version' | 'moves'> &
  Partial<Pick<FollowView, 'parties' | 'joined'>> & { readonly isRemedy?: boolean }

/** A resident's page asks again this often while it is looked at. */
const REFRESH_MS = 20_000

/** The matter of the follow session. */
export const useFollowedCase = () =>
  useQuery({ ...queryOf(caseRoutes.followed, {}), refetchInterval: REFRESH_MS })

/** Who read the requester's data. */
export const useMyReads = () =>
  useQuery({ ...queryOf(followRoutes.reads, {}), refetchInterval: REFRESH_MS * 3 })

/** After a step: the matter and its readers are asked for again. */
export const rereadFollowed = (client: QueryClient): Promise<unknown> =>
  client.invalidateQueries({ queryKey: [caseRoutes.followed.id] })

/** Nothing that was entered stays on the device, also for a step that is not offered any more. */
export const forgetEntries = ({ id, moves, remedies }: FollowView): void => {
  const matters = [id, ...remedies.map((one) => one.id)]
  const offered = [...moves, ...remedies.flatMap((one) => one.moves)].flatMap(({ move }) =>
    matters.map((one) => entryDraftId(one, move)),
  )
  const kept = draftIds().filter((draft) => matters.some((one) => draft.startsWith(entryDraftId(one, ''))))
  for (const draft of [...offered, ...kept]) clearDraft(draft)
}

/** Another matter, or none: nothing of the last one may flash up. */
export const forgetFollowed = (client: QueryClient): void => {
  client.removeQueries({ queryKey: [caseRoutes.followed.id] })
  client.removeQueries({ queryKey: [followRoutes.reads.id] })
}

/** Another matter is opened, perhaps on the page of the last one: nothing of that one stays, and a page that shows it asks anew. */
export const startFollowed = async (client: QueryClient): Promise<void> => {
  await Promise.all([
    client.resetQueries({ queryKey: [caseRoutes.followed.id] }),
    client.resetQueries({ queryKey: [followRoutes.reads.id] }),
  ])
}

/** The session ended, or there never was one. */
export const isSessionOver = (problem: unknown): boolean =>
  isApiProblem(problem) && (problem.status === 401 || problem.status === 404)
