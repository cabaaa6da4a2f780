import type { SimulationReport } from '@lianxin/contract/routing/routing-views'
import type { Bilingual } from '@lianxin/contract/schema'
import { ArrowRight } from 'lucide-react'
import { useSay } from '../../../features/case/use-say.ts'
import { percentOf } from '../../../features/routing/percent-of.ts'
import { useWords } from '../../../messages/words.ts'

/** From whom to whom matters would go because of the draft, and how many of them all. */
export const SimulatedShifts = ({ report: { shifts, matters } }: { readonly report: SimulationReport }) => {
  const t = useWords('routing')
  const say = useSay()
  const units = (list: readonly Bilingual[]) =>
    list.length === 0 ? t('simulate.nobody') : list.map(say.text).join(t('comma'))
  if (shifts.length === 0) return null
  return (
    <section aria-labelledby="routing-shifts">
      <h4 id="routing-shifts">{t('simulate.shifts')}</h4>
      <ul className="routing-shifts">
        {shifts.map((shift) => (
          <li key={`${units(shift.now)}>${units(shift.draft)}`}>
            <span>{units(shift.now)}</span>
            <ArrowRight className="desk-icon" aria-label={t('simulate.becomes')} />
            <strong>{units(shift.draft)}</strong>
            <span className="routing-shift-count">
              {t('simulate.some', { count: shift.matters })}
              <small>
                {t('simulate.share', { of: matters, percent: percentOf(shift.matters, matters) })}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
