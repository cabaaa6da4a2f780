import { DUTY_CLASS_NAMES, DUTY_CLASSES } from '@lianxin/contract/gate/duty-lists'
import type { UnitPage } from '@lianxin/contract/rating/unit-page'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../../messages/words.ts'
import { Fold } from '../../ui/fold.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { EvaluationLine } from './evaluation-line.tsx'

interface DutiesProps {
  readonly name: string
  readonly more: string
  readonly children: ReactNode
}

const Duties = ({ name, more, children }: DutiesProps) => (
  <Fold open="never" name="unit-duty" title={<EvaluationLine name={name} more={more} />}>
    <ul>{children}</ul>
  </Fold>
)

/** What a unit does, in the words in which residents say it; where it has a duty list, also what is not its own. */
export const UnitDuties = ({ page: { items, duties } }: { readonly page: UnitPage }) => {
  const t = useWords('rating')
  const { locale } = usePreferences()
  const english = locale === 'en'
  const classes = DUTY_CLASSES.filter((of) => duties.some((entry) => entry.class === of))
  return (
    <section aria-labelledby="unit-duties">
      <h2 id="unit-duties">{t('page.duties')}</h2>
      {items.length === 0 && classes.length === 0 && <p>{t('page.noDuties')}</p>}
      {items.length > 0 && <p className="lx-quiet">{t('page.items')}</p>}
      <div>
        {items.map((group) => (
          <Duties
            key={group.name}
            name={english ? group.nameEn : group.name}
            more={t('page.itemCount', { count: group.items.length })}
          >
            {group.items.map((item) => (
              <li key={item.plain}>{english ? item.plainEn : item.plain}</li>
            ))}
          </Duties>
        ))}
        {classes.map((of) => {
          const own = duties.filter((entry) => entry.class === of)
          return (
            <Duties
              key={of}
              name={t('page.list', { name: english ? DUTY_CLASS_NAMES[of].en : DUTY_CLASS_NAMES[of].zh })}
              more={t('page.listCount', { count: own.length })}
            >
              {own.map((entry) => (
                <li key={entry.name}>
                  {english ? entry.nameEn : entry.name}
                  {entry.note && <span className="lx-quiet"> · {english ? entry.noteEn : entry.note}</span>}
                </li>
              ))}
            </Duties>
          )
        })}
      </div>
      {classes.length > 0 && <Link to="/duties">{t('page.allDuties')}</Link>}
    </section>
  )
}
