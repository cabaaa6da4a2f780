import type { CaseView } from '@lianxin/contract/case/case-views'
import { BUSY_ASSIGNMENTS } from '@lianxin/contract/kinds/assignment-states'
import { orgRoutes } from '@lianxin/contract/org/org-routes'
import { useQuery } from '@tanstack/react-query'
import { Button, Radio, Select } from 'antd'
import { X } from 'lucide-react'
import { queryOf } from '../../../data/api-client.ts'
import { besideLead, chooseUnits, nameable } from '../../../features/case/move-draft.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { FieldFrame } from './field-frame.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

const MOST_UNITS = 8
const isAtWork = ({ state }: CaseView['assignments'][number]) => BUSY_ASSIGNMENTS.includes(state)
const KINDS = ['department', 'subdistrict', 'community', 'commandCentre'] as const

/** Who handles it: one lead, the others beside it, or others who come in beside a lead; the proposal says why it is this unit. */
export const UnitsField = ({ form, move, kase }: MoveFieldProps) => {
  const t = useWords('case')
  const say = useSay()
  const units = useQuery(queryOf(orgRoutes.units, {}))
  const chosen = form.draft.units ?? []
  const leadId = chosen.find(({ role }) => role === 'lead')?.unitId
  const nameOf = (id: string) => {
    const unit =
      units.data?.find((one) => one.id === id) ?? form.suggestion?.units.find((one) => one.id === id)
    return unit ? say.name(unit) : ''
  }
  const becauseOf = (id: string) => form.suggestion?.units.find((unit) => unit.id === id)?.because
  const missing = form.suggestion?.missingUnits ?? []
  const set = (ids: readonly string[], lead = leadId) =>
    form.change({ units: move.besideLead ? besideLead(ids) : chooseUnits(ids, lead) })
  const ids = chosen.map(({ unitId }) => unitId)
  const working = kase.assignments.filter(isAtWork).map(({ unit }) => unit.id)
  const rest = nameable(move, units.data ?? []).filter(
    (unit) => !ids.includes(unit.id) && !(move.besideLead && working.includes(unit.id)),
  )
  const ask = t(move.besideLead ? 'units.beside' : ids.length === 0 ? 'units.first' : 'units.another')
  return (
    <FieldFrame field="units" form={form} required={move.needs.includes('units')} group>
      {(control) => (
        <div className="units-field">
          {missing.length > 0 && (
            <p className="desk-quiet" role="status">
              {t('units.missing', { units: missing.map(say.text).join(t('units.comma')) })}
            </p>
          )}
          {ids.length > 0 && (
            <Radio.Group
              value={leadId ?? null}
              onChange={(event) => set(ids, String(event.target.value))}
              className="unit-rows"
            >
              {ids.map((id) => {
                const because = becauseOf(id)
                return (
                  <div key={id} className="unit-row">
                    {!move.besideLead && (
                      <Radio value={id} aria-label={t('units.makeLead', { unit: nameOf(id) })} />
                    )}
                    <span className="unit-name">
                      <strong>{nameOf(id)}</strong>
                      <span className="desk-quiet">{because ? say.text(because) : t('units.byHand')}</span>
                    </span>
                    <span className="unit-role" data-lead={id === leadId || undefined}>
                      {t(id === leadId ? 'role.lead' : 'role.coHandler')}
                    </span>
                    <Button
                      type="text"
                      size="small"
                      aria-label={t('units.remove', { unit: nameOf(id) })}
                      icon={<X aria-hidden="true" className="desk-icon" />}
                      onClick={() => set(ids.filter((other) => other !== id))}
                    />
                  </div>
                )
              })}
            </Radio.Group>
          )}
          {ids.length < MOST_UNITS && (
            <Select
              {...control}
              value={null}
              onChange={(id: string | null) => id && set([...ids, id])}
              placeholder={ask}
              aria-label={ask}
              showSearch={{ optionFilterProp: 'label' }}
              loading={units.isPending || form.proposing}
              disabled={form.proposing}
              options={KINDS.map((kind) => ({
                label: t(`units.kind.${kind}`),
                title: t(`units.kind.${kind}`),
                options: rest
                  .filter((unit) => unit.kind === kind)
                  .map((unit) => ({ value: unit.id, label: say.name(unit) })),
              })).filter(({ options }) => options.length > 0)}
            />
          )}
        </div>
      )}
    </FieldFrame>
  )
}
