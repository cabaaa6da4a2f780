import type { CaseView } from '@lianxin/contract/case/case-views'
import { useConfig } from '../../data/me.ts'
import { useWords } from '../../messages/words.ts'
import { PlaceMap } from '../../ui/map/place-map.tsx'
import { useSay } from './use-say.ts'

interface CaseMapProps {
  readonly where: CaseView['where']
  readonly className: string
}

/** Where a matter is on the map: its point, else what it was placed at; nothing where the map does not know that. */
export const CaseMap = ({ where, className }: CaseMapProps) => {
  const t = useWords('case')
  const say = useSay()
  const config = useConfig()
  const point = where.point ?? where.label
  if (!point || !config.data) return null
  const { bbox, centre } = config.data.tenant
  return (
    <div className={className}>
      <PlaceMap
        bbox={bbox}
        centre={centre}
        placeName={say.name(config.data.tenant)}
        point={point}
        highlight={where.gridCode ?? where.communityCode}
      />
      {!where.point && <p className="lx-quiet lx-small">{t('where.labelOnly')}</p>}
    </div>
  )
}
