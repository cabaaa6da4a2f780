import type { CaseView } from '@lianxin/contract/case/case-views'
import { useConfig } from '../../../data/me.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { PlaceMap } from '../../../ui/map/place-map.tsx'

/** The place in words and, where a point was given, on the map. */
export const Where = ({ kase: { where } }: { readonly kase: CaseView }) => {
  const t = useWords('case')
  const say = useSay()
  const config = useConfig()
  const address = [where.compoundName, where.buildingName, where.detail].filter(Boolean)
  return (
    <div className="where">
      {where.point && config.data && (
        <div className="where-map">
          <PlaceMap
            bbox={config.data.tenant.bbox}
            centre={config.data.tenant.centre}
            placeName={say.name(config.data.tenant)}
            point={where.point}
            highlight={where.gridCode ?? where.communityCode}
          />
        </div>
      )}
      <p>
        <strong>{where.communityName}</strong>
        <span className="desk-quiet"> · {where.subdistrictName}</span>
      </p>
      {address.length > 0 && <p>{address.join(' · ')}</p>}
      {where.gridCode && (
        <p className="desk-quiet">
          {t('where.grid', { grid: String(Number(where.gridCode.slice(-3))) })}
          {where.gridWorker && ` · ${t('where.gridWorker', { name: where.gridWorker })}`}
        </p>
      )}
    </div>
  )
}
