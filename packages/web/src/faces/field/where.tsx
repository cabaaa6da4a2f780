import type { CaseView } from '@lianxin/contract/case/case-views'
import { MapPin } from 'lucide-react'
import { useState } from 'react'
import { CaseMap } from '../../features/case/case-map.tsx'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'

/** Where it is, in words at once; the map comes when it is asked for, because it is heavy on a cheap phone. */
export const Where = ({ kase: { where } }: { readonly kase: CaseView }) => {
  const t = useWords('field')
  const words = useWords('case')
  const say = useSay()
  const [map, setMap] = useState(false)
  const lines = say.address(where)
  return (
    <Card aria-labelledby="case-where">
      <h2 id="case-where">{t('case.where')}</h2>
      {lines.length > 0 && <p className="field-place">{lines.join(' · ')}</p>}
      <p>
        {say.community(where)}
        {where.gridCode && ` · ${words('where.grid', { grid: String(Number(where.gridCode.slice(-3))) })}`}
      </p>
      {map && <CaseMap where={where} className="field-map" />}
      {(where.point ?? where.label) && !map && (
        <Button icon={<MapPin aria-hidden="true" />} onClick={() => setMap(true)}>
          {t('case.map')}
        </Button>
      )}
    </Card>
  )
}
