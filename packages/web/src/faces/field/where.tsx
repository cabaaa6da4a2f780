import type { CaseView } from '@lianxin/contract/case/case-views'
import { MapPin } from 'lucide-react'
import { useState } from 'react'
import { useConfig } from '../../data/me.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PlaceMap } from '../../ui/map/place-map.tsx'

/** Where it is, in words at once; the map comes when it is asked for, because it is heavy on a cheap phone. */
export const Where = ({ kase: { where } }: { readonly kase: CaseView }) => {
  const t = useWords('field')
  const words = useWords('case')
  const say = useSay()
  const config = useConfig()
  const [map, setMap] = useState(false)
  const lines = [where.compoundName, where.buildingName, where.detail].filter(Boolean)
  return (
    <Card aria-labelledby="case-where">
      <h2 id="case-where">{t('case.where')}</h2>
      {lines.length > 0 && <p className="field-place">{lines.join(' · ')}</p>}
      <p>
        {where.communityName}
        {where.gridCode && ` · ${words('where.grid', { grid: String(Number(where.gridCode.slice(-3))) })}`}
      </p>
      {where.point && config.data && map && (
        <div className="field-map">
          <PlaceMap
            bbox={config.data.tenant.bbox}
            centre={config.data.tenant.centre}
            placeName={say.name(config.data.tenant)}
            point={where.point}
            highlight={where.gridCode ?? where.communityCode}
          />
        </div>
      )}
      {where.point && !map && (
        <Button icon={<MapPin aria-hidden="true" />} onClick={() => setMap(true)}>
          {t('case.map')}
        </Button>
      )}
    </Card>
  )
}
