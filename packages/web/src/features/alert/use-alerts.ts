import { alertRoutes } from '@lianxin/contract/case/alert-routes'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../data/api-client.ts'

/** What is overdue or has no owner, for those who supervise it. */
export const useAlerts = () => useQuery(queryOf(alertRoutes.list, {}))
