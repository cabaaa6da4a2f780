import type { FigureBoard } from '@lianxin/contract/figures/figure-views'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { countedPercent } from './counted-percent.ts'

/** Where figures would stand: they are being counted anew, and a part of them is not shown. */
export const CountedAnew = ({
  recounting,
}: {
  readonly recounting: NonNullable<FigureBoard['recounting']>
}) => {
  const t = useWords('rating')
  return (
    <Banner
      kind="info"
      title={t('recounting', { percent: countedPercent(recounting) })}
      next={t('recountingMore')}
    />
  )
}
