import { whistleRoutes } from '@lianxin/contract/whistle/whistle-routes'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { queryOf } from '../../data/api-client.ts'

const EVERY_MS = 15_000

/** Open whistles within a place; without one, within the reader's own. */
export const useOpenWhistles = (place: string | undefined) =>
  useQuery({
    ...queryOf(whistleRoutes.open, { query: place === undefined ? {} : { place } }),
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: true,
    placeholderData: keepPreviousData,
  })
