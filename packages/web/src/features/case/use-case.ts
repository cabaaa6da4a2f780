import { caseRoutes } from '@lianxin/contract/case/case-routes'
import type { CaseView } from '@lianxin/contract/case/case-views'
import type { Kind } from '@lianxin/contract/kinds/kind'
import { KINDS } from '@lianxin/contract/kinds/kinds'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../data/api-client.ts'

/** One matter with its timeline and the moves that are allowed now; live events keep it true. */
export const useCase = (id: string) => useQuery(queryOf(caseRoutes.view, { params: { id } }))

export const useCounts = () => useQuery(queryOf(caseRoutes.counts, {}))

/** The item, units and deadline that the rules propose; asked only while a move that needs them is open. */
export const useSuggestion = (id: string, itemCode: string | undefined, wanted: boolean) =>
  useQuery({
    ...queryOf(caseRoutes.suggestion, { params: { id }, query: itemCode ? { itemCode } : {} }),
    enabled: wanted,
    placeholderData: (previous) => previous,
  })

/** The kind that a matter started with; absent when the server knows a newer one than this page. */
export const kindOf = ({ kind, kindVersion }: Pick<CaseView, 'kind' | 'kindVersion'>): Kind | undefined =>
  KINDS.find((one) => one.kind === kind && one.version === kindVersion)
