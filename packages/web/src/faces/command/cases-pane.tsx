import type { PlaceName } from '@lianxin/contract/figures/figure-views'
import { Link } from '@tanstack/react-router'
import { useOpenCases } from '../../features/figures/use-figures.ts'
import { useWords } from '../../messages/words.ts'
import { CaseRows } from './case-rows.tsx'
import { ScrollRegion } from './scroll-region.tsx'

/** What a wall can show of one community; the list of the desk has all of them, with filters. */
const MOST = 50

export const CasesPane = ({ place, now }: { readonly place: PlaceName; readonly now: number }) => {
  const t = useWords('command')
  const { data } = useOpenCases(place.code, MOST)
  return (
    <div className="wall-of-place">
      <h2 id="wall-cases">
        {t('cases.heading')}
        <Link to="/desk" search={{ box: 'all', counted: true, placeCode: place.code }} preload={false}>
          {t('cases.all')}
        </Link>
      </h2>
      <ScrollRegion labelledBy="wall-cases">
        {data?.recounting && <p className="wall-empty">{t('figures.part')}</p>}
        {data?.cases.length === 0 && !data.recounting && <p className="wall-empty">{t('cases.empty')}</p>}
        {data && <CaseRows cases={data.cases} now={now} />}
      </ScrollRegion>
    </div>
  )
}
