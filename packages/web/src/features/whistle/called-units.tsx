import { orgRoutes, type UnitRow } from '@lianxin/contract/org/org-routes'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../data/api-client.ts'
import { useWords } from '../../messages/words.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { MOST_UNITS } from './whistle-draft.ts'
import './whistle.css'

/** Departments of the district, and the subdistrict of the place: whoever can be called here. */
const isCallable = (placeCode: string) => (unit: UnitRow) =>
  unit.kind === 'department' || (unit.kind === 'subdistrict' && placeCode.startsWith(unit.placeCode))

interface CalledUnitsProps {
  /** In the order in which they were chosen: the first one leads. */
  readonly unitIds: readonly string[]
  readonly missing: boolean
  readonly placeCode: string
  readonly onChange: (unitIds: readonly string[]) => void
}

/** Who is called: one press each, several at once. */
export const CalledUnits = ({ unitIds, missing, placeCode, onChange }: CalledUnitsProps) => {
  const t = useWords('whistle')
  const { locale } = usePreferences()
  const units = useQuery(queryOf(orgRoutes.units, {}))
  const press = (id: string, on: boolean) =>
    onChange(on ? [...unitIds, id] : unitIds.filter((one) => one !== id))
  return (
    <fieldset className="lx-field whistle-units">
      <legend className="lx-label">{t('units.label')}</legend>
      <div className="whistle-unit-list">
        {(units.data ?? []).filter(isCallable(placeCode)).map((unit) => (
          <Checkbox
            key={unit.id}
            label={locale === 'en' ? unit.nameEn : unit.name}
            isSelected={unitIds.includes(unit.id)}
            isDisabled={!unitIds.includes(unit.id) && unitIds.length >= MOST_UNITS}
            onChange={(on) => press(unit.id, on)}
          />
        ))}
      </div>
      {missing && (
        <p className="lx-error" role="alert">
          {t('units.missing')}
        </p>
      )}
    </fieldset>
  )
}
