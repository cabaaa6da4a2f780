import { DUTY_CLASS_NAMES, DUTY_CLASSES } from '@lianxin/contract/gate/duty-lists'
import type { UnitPage } from '@lianxin/contract/rating/unit-page'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.ts'
import { Fold } from '../../ui/fold.tsx'
import { usePreferences } from '../../ui/preferences.ts'

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
          <Fold
            key={group.name}
            open="never"
            name="unit-duty"
            title={
              <span className="lx-evaluation-line">
                <strong>{english ? group.nameEn : group.name}</strong>
                <small>{t('page.itemCount', { count: group.items.length })}</small>
              </span>
            }
          >
            <ul>
              {group.items.map((item) => (
                <li key={item.plain}>{english ? item.plainEn : item.plain}</li>
              ))}
            </ul>
          </Fold>
        ))}
        {classes.map((of) => (
          <Fold
            key={of}
            open="never"
            name="unit-duty"
            title={
              <span className="lx-evaluation-line">
                <strong>
                  {t('page.list', { name: english ? DUTY_CLASS_NAMES[of].en : DUTY_CLASS_NAMES[of].zh })}
                </strong>
                <small>
                  {t('page.listCount', { count: duties.filter((entry) => entry.class === of).length })}
                </small>
              </span>
            }
          >
            <ul>
              {duties
                .filter((entry) => entry.class === of)
                .map((entry) => (
                  <li key={entry.name}>
                    {english ? entry.nameEn : entry.name}
                    {entry.note && <span className="lx-quiet"> · {english ? entry.noteEn : entry.note}</span>}
                  </li>
                ))}
            </ul>
          </Fold>
        ))}
      </div>
      {classes.length > 0 && <Link to="/duties">{t('page.allDuties')}</Link>}
    </section>
  )
}
