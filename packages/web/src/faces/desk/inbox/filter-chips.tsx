import { X } from 'lucide-react'
import { type CaseFilter, narrowing } from '../../../features/case/case-filter.ts'
import { useWords } from '../../../messages/words.ts'
import { useChoices } from './use-choices.ts'

interface FilterChipsProps {
  readonly filter: CaseFilter
  readonly onChange: (filter: CaseFilter) => void
}

/** What narrows the list, said in words; each is taken off with one press. */
export const FilterChips = ({ filter, onChange }: FilterChipsProps) => {
  const t = useWords('desk')
  const { states, items, places } = useChoices()
  const chosen = Object.entries(narrowing(filter))
  if (chosen.length === 0) return null
  const nameIn = (choices: readonly { value: string; label: string }[], value: string) =>
    choices.find((choice) => choice.value === value)?.label ?? value
  const wordsOf = (field: string, value: string | boolean): string => {
    if (field === 'state') return nameIn(states, String(value))
    if (field === 'itemCode') return nameIn(items, String(value))
    if (field === 'placeCode') return nameIn(places, String(value))
    if (field === 'number') return t('filter.number', { number: String(value) })
    if (field === 'due') return t(`filter.dueBy.${String(value)}`)
    return t(`filter.${field}`)
  }
  const without = (field: string) =>
    Object.fromEntries(Object.entries(filter).filter(([name]) => name !== field)) as CaseFilter
  return (
    <ul className="inbox-chips" aria-label={t('filter.label')}>
      {chosen.map(([field, value]) => {
        const words = wordsOf(field, value)
        return (
          <li key={field}>
            <button type="button" className="inbox-chip" onClick={() => onChange(without(field))}>
              {words}
              <X aria-hidden="true" />
              <span className="lx-hidden">{t('filter.remove')}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
