import type { CaseView } from '@lianxin/contract/case/case-views'
import { CaseMap } from '../../../features/case/case-map.tsx'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

/** The place in words and on the map. */
export const Where = ({ kase: { where } }: { readonly kase: CaseView }) => {
  const t = useWords('case')
  const say = useSay()
  const address = say.address(where)
  return (
    <div className="where">
      <CaseMap where={where} className="where-map" />
      <p>
        <strong>{say.community(where)}</strong>
        <span className="desk-quiet">
          {' · '}
          {say.name({ name: where.subdistrictName, nameEn: where.subdistrictNameEn })}
        </span>
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
