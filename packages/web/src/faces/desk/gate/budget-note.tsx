import type { GateBudget } from '@lianxin/contract/gate/gate-views'
import { Alert } from 'antd'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

/** What the demand does to the budget of minutes of the grids that it burdens: a line while it keeps within, a warning beyond. */
export const BudgetNote = ({ budget }: { readonly budget: GateBudget | null }) => {
  const t = useWords('gate')
  const say = useSay()
  if (!budget) return null
  const { month, minutes, heaviest, beyond } = budget
  const [year = '', number = ''] = month.split('-')
  const values = {
    ...{ community: say.name(heaviest), grids: heaviest.grids, budget: minutes, beyond },
    ...{ before: heaviest.before, after: heaviest.after },
    month: t('budget.month', { year, month: Number(number) }),
  }
  if (beyond === 0) return <p>{t('budget.within', values)}</p>
  return (
    <Alert
      type="error"
      showIcon
      title={t('budget.beyond', values)}
      description={t('budget.beyondMore', values)}
    />
  )
}
