import { orgRoutes } from '@lianxin/contract/org/org-routes'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { queryOf } from '../../data/api-client.ts'
import { chooseUnits } from '../../features/case/move-draft.ts'
import type { MoveForm } from '../../features/case/use-move.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'

interface UnitsInputProps {
  readonly form: MoveForm
  readonly error: string | undefined
}

/** Who handles it: the first unit leads; others are added beside it. */
export const UnitsInput = ({ form, error }: UnitsInputProps) => {
  const t = useWords('case')
  const say = useSay()
  const units = useQuery(queryOf(orgRoutes.units, {}))
  const chosen = form.draft.units ?? []
  const ids = chosen.map(({ unitId }) => unitId)
  const nameOf = (id: string) => {
    const unit = units.data?.find((one) => one.id === id)
    return unit ? say.name(unit) : ''
  }
  return (
    <div className="lx-stack">
      <ul className="chosen-units">
        {chosen.map(({ unitId, role }) => (
          <li key={unitId}>
            <span>
              {nameOf(unitId)} · {t(`role.${role}`)}
            </span>
            <Button
              kind="quiet"
              aria-label={t('units.remove', { unit: nameOf(unitId) })}
              icon={<X aria-hidden="true" />}
              onClick={() => form.change({ units: chooseUnits(ids.filter((id) => id !== unitId)) })}
            />
          </li>
        ))}
      </ul>
      <Select
        label={t('field.units')}
        hint={t(ids.length === 0 ? 'units.first' : 'units.another')}
        error={error}
        value=""
        onChange={(id) => id && form.change({ units: chooseUnits([...ids, id]) })}
        options={(units.data ?? [])
          .filter((unit) => !ids.includes(unit.id))
          .map((unit) => ({ value: unit.id, label: say.name(unit) }))}
      />
    </div>
  )
}
