import type { MoveView } from '@lianxin/contract/case/case-views'
import { orgRoutes } from '@lianxin/contract/org/org-routes'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { queryOf } from '../../data/api-client.ts'
import { besideLead, chooseUnits, nameable } from '../../features/case/move-draft.ts'
import type { MoveForm } from '../../features/case/use-move.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'

interface UnitsInputProps {
  readonly move: MoveView
  readonly form: MoveForm
  readonly error: string | undefined
}

/** Who handles it: the first unit leads, unless another one leads already; others are added beside it. */
export const UnitsInput = ({ form, move, error }: UnitsInputProps) => {
  const t = useWords('case')
  const say = useSay()
  const units = useQuery(queryOf(orgRoutes.units, {}))
  const chosen = form.draft.units ?? []
  const ids = chosen.map(({ unitId }) => unitId)
  const set = (next: readonly string[]) =>
    form.change({ units: move.besideLead ? besideLead(next) : chooseUnits(next) })
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
              onClick={() => set(ids.filter((id) => id !== unitId))}
            />
          </li>
        ))}
      </ul>
      <Select
        label={t('field.units')}
        hint={t(move.besideLead ? 'units.beside' : ids.length === 0 ? 'units.first' : 'units.another')}
        error={error}
        value=""
        disabled={form.proposing}
        onChange={(id) => id && set([...ids, id])}
        options={nameable(move, units.data ?? [])
          .filter((unit) => !ids.includes(unit.id))
          .map((unit) => ({ value: unit.id, label: say.name(unit) }))}
      />
    </div>
  )
}
