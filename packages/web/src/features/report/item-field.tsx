import { catalogueRoutes } from '@lianxin/contract/catalogue/catalogue-routes'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../data/api-client.ts'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { Select } from '../../ui/select.tsx'

const ITEMS_FRESH_MS = 60 * 60 * 1000

interface ItemFieldProps {
  readonly value: string
  readonly onChange: (code: string) => void
  readonly error?: string | undefined
}

/** The catalogue item, for whoever knows it; it tells who usually handles it and by when. */
export const ItemField = ({ value, onChange, error }: ItemFieldProps) => {
  const t = useWords('report')
  const { locale } = usePreferences()
  const items = useQuery({ ...queryOf(catalogueRoutes.items, {}), staleTime: ITEMS_FRESH_MS })
  const inEnglish = locale === 'en'
  const chosen = items.data?.find((item) => item.code === value)
  const unit = inEnglish ? chosen?.leadUnitNameEn : chosen?.leadUnitName
  return (
    <div className="lx-stack" data-field="item">
      <Select
        label={t('item.label')}
        hint={t('item.hint')}
        optional
        value={value}
        onChange={onChange}
        error={error}
        options={(items.data ?? []).map((item) => ({
          value: item.code,
          label: inEnglish ? `${item.majorNameEn} · ${item.nameEn}` : `${item.majorName} · ${item.name}`,
        }))}
      />
      {items.isError && <p className="lx-quiet">{t('item.failed')}</p>}
      {chosen && (
        <p role="status">
          {t('item.limit', { clock: chosen.clockKind, limit: chosen.limit })}
          {unit && ` · ${t('item.unit', { unit })}`}
        </p>
      )}
    </div>
  )
}
