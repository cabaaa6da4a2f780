import type { CaseView } from '@lianxin/contract/case/case-views'
import { useConfig } from '../../data/me.ts'
import { PlaceMap } from '../../ui/map/place-map.tsx'
import { useSay } from './use-say.ts'

interface CaseMapProps {
  readonly where: CaseView['where']
  readonly className: string
}

/** Where a matter is on the map; nothing when no point was given. */
export const CaseMap = ({ where, className }: CaseMapProps) => {
  const say = useSay()
  const config = useConfig()
  if (!where.point || !config.data) return null
  const { bbox, centre } = config.data.tenant
  return (
    <div className={className}>
      <PlaceMap
        bbox={bbox}
        centre={centre}
        placeName={say.name(config.data.tenant)}
        point={where.point}
        highlight={where.gridCode ?? where.communityCode}
      />
    </div>
  )
}
