import type { UnitPage } from '@lianxin/contract/rating/unit-page'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { StateTag } from '../../ui/state-tag.tsx'
import { useTimeWords } from '../../ui/time-words.ts'

type Rectification = UnitPage['rectifications'][number]
type Repeat = UnitPage['repeats'][number]

const belongsTo =
  ({ cause, item }: Repeat) =>
  (one: Rectification) =>
    one.item?.code === item?.code && one.causes.some((other) => other.cause === cause)

/** One year of the negative list: what repeats with what was done about it below, and the rest of the rectifications. */
export const UnitWrongs = ({ page }: { readonly page: UnitPage }) => {
  const t = useWords('rating')
  const { locale } = usePreferences()
  const english = locale === 'en'
  const { causes, repeats, rectifications, minimumGroup } = page
  // An item that is not named could be any: what was done about it stands with the rest.
  const under = (repeat: Repeat) => (repeat.item ? rectifications.filter(belongsTo(repeat)) : [])
  const told = new Set(repeats.flatMap(under))
  const rest = rectifications.filter((one) => !told.has(one))
  const words = (name: { readonly zh: string; readonly en: string }) => (english ? name.en : name.zh)
  const itemWords = (item: Repeat['item']) => (item ? (english ? item.nameEn : item.name) : t('page.unnamed'))
  return (
    <section aria-labelledby="unit-wrongs">
      <h2 id="unit-wrongs">{t('page.wrongs')}</h2>
      <p className="lx-quiet">{t('page.wrongsWhat', { minimum: minimumGroup })}</p>
      {page.recounting && <p className="lx-quiet">{t('page.recounting')}</p>}
      {causes.length === 0 && <p>{t('unit.clean')}</p>}
      {causes.length > 0 && (
        <ul className="lx-unit-causes">
          {causes.map(({ cause, name, times }) => (
            <li key={cause}>{t('unit.times', { name: words(name), times })}</li>
          ))}
        </ul>
      )}
      {repeats.length > 0 && <h3>{t('page.repeats')}</h3>}
      {repeats.map((repeat) => (
        <div key={`${repeat.cause} ${repeat.item?.code}`} className="lx-unit-repeat">
          <h4>
            {t('unit.repeat', {
              item: itemWords(repeat.item),
              name: words(repeat.name),
              times: repeat.times,
            })}
          </h4>
          <Rectifications rows={under(repeat)} itemWords={() => null} />
        </div>
      ))}
      {rest.length > 0 && (
        <>
          <h3>{t(repeats.length > 0 ? 'page.others' : 'unit.rectifications')}</h3>
          <Rectifications rows={rest} itemWords={itemWords} />
        </>
      )}
    </section>
  )
}

interface RectificationsProps {
  readonly rows: readonly Rectification[]
  readonly itemWords: (item: Rectification['item']) => string | null
}

const Rectifications = ({ rows, itemWords }: RectificationsProps) => {
  const t = useWords('rating')
  const { locale } = usePreferences()
  const say = useTimeWords()
  const words = (name: { readonly zh: string; readonly en: string }) => (locale === 'en' ? name.en : name.zh)
  return (
    <ul className="lx-unit-remedies">
      {rows.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing tells one from another, and that is the point
        <li key={index}>
          <p className="lx-unit-remedy-head">
            <StateTag tone={one.overdue ? 'overdue' : one.tone} name={words(one.stateName)} />
            <span className="lx-quiet lx-small">
              {t('page.opened', { quarter: say.quarter(one.openedIn) })}
            </span>
          </p>
          <p>
            {[itemWords(one.item), ...one.causes.map(({ name }) => words(name))].filter(Boolean).join(' · ')}
          </p>
          <dl>
            <dt>{t('page.measure')}</dt>
            <dd>{one.measure ? words(one.measure) : t('page.noMeasure')}</dd>
            {one.measureDueIn !== null && (
              <>
                <dt>{t('page.by')}</dt>
                <dd>
                  {one.measureDueIn}
                  {one.overdue && ` · ${t('page.late')}`}
                </dd>
              </>
            )}
            {one.checker && (
              <>
                <dt>{t(one.checkedIn === null ? 'page.toCheck' : 'page.checked')}</dt>
                <dd>{[words(one.checker), one.checkedIn].filter(Boolean).join(' · ')}</dd>
              </>
            )}
            {one.notSetRight > 0 && (
              <>
                <dt>{t('page.failed')}</dt>
                <dd>{t('unit.notSetRight', { times: one.notSetRight })}</dd>
              </>
            )}
          </dl>
        </li>
      ))}
    </ul>
  )
}
