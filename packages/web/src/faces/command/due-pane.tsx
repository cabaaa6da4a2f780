import type { FigureCases } from '@lianxin/contract/figures/figure-views'
import { useWords } from '../../messages/words.ts'
import { CaseRows } from './case-rows.tsx'
import { ScrollRegion } from './scroll-region.tsx'

/** Clocks that run out next. One that has run out leaves the list and is counted as overdue. */
export const DuePane = ({ due, now }: { readonly due: FigureCases | undefined; readonly now: number }) => {
  const t = useWords('command')
  const coming = due?.cases.filter(({ dueAt }) => dueAt > now - 60_000)
  return (
    <div className="wall-due">
      <h2 id="wall-due">{t('due.heading')}</h2>
      <ScrollRegion labelledBy="wall-due">
        {due?.recounting && <p className="wall-empty">{t('figures.part')}</p>}
        {coming?.length === 0 && !due?.recounting && <p className="wall-empty">{t('due.empty')}</p>}
        {coming && <CaseRows cases={coming} now={now} />}
      </ScrollRegion>
    </div>
  )
}
