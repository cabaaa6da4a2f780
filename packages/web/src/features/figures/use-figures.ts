import { figureRoutes } from '@lianxin/contract/figures/figure-routes'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { queryOf } from '../../data/api-client.ts'

/** Time alone makes matters overdue, so that figures are asked for again also when nothing happens. */
const EVERY_MS = 20_000
/** Older than this, figures are not called the present any more. */
export const STALE_MS = 75_000

const inPlace = (place: string | undefined) => (place === undefined ? {} : { place })
// The last figures stay while those of another place are on their way, and when the line is cut: they say their age.
const standing = {
  refetchInterval: EVERY_MS,
  refetchIntervalInBackground: true,
  placeholderData: keepPreviousData,
}

export const useBoard = (place: string | undefined) =>
  useQuery({ ...queryOf(figureRoutes.board, { query: inPlace(place) }), ...standing })

/** Counts for the map: always of all that one may see, whatever is looked at. */
export const useAreas = () => useQuery({ ...queryOf(figureRoutes.map, { query: {} }), ...standing })

export const useUpcoming = (place: string | undefined, limit: number) =>
  useQuery({
    ...queryOf(figureRoutes.cases, { query: { ...inPlace(place), upcoming: true, limit } }),
    ...standing,
  })

export const useOpenCases = (place: string, limit: number) =>
  useQuery({ ...queryOf(figureRoutes.cases, { query: { place, limit } }), ...standing })
