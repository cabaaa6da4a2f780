import { QueryClient } from '@tanstack/react-query'
import { isApiProblem } from './api-problem.ts'

/** Half a minute: live updates invalidate sooner, and going back to a list should not flash. */
const FRESH_MS = 30_000

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      // Ask again only where the catalogue says that it helps; a refusal will not change by asking twice.
      retry: (failures, error) => failures < 2 && (!isApiProblem(error) || error.retry === 'later'),
      refetchOnWindowFocus: 'always',
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})
