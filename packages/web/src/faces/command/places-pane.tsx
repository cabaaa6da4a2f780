import type { FigureBoard } from '@lianxin/contract/figures/figure-views'
import { Link } from '@tanstack/react-router'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { ScrollRegion } from './scroll-region.tsx'

/** The places directly below, the most overdue first: the map's figures for the keyboard and for the ear. */
export const PlacesPane = ({ board: { below, place } }: { readonly board: FigureBoard }) => {
  const t = useWords('command')
  const { locale } = usePreferences()
  const most = Math.max(1, ...below.map(({ open }) => open))
  return (
    <div className="wall-places">
      <h2 id="wall-places">{t(`below.${place.level}`)}</h2>
      <ScrollRegion labelledBy="wall-places">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('below.place')}</th>
              <th scope="col">{t('figures.overdue')}</th>
              <th scope="col">{t('figures.open')}</th>
              <th scope="col">{t('below.today')}</th>
            </tr>
          </thead>
          <tbody>
            {below.map(({ code, name, nameEn, open, overdue, registered, closed, selfHandled }) => (
              <tr key={code} data-late={overdue > 0 || undefined}>
                <th scope="row">
                  {code === place.code ? (
                    t('below.unplaced')
                  ) : (
                    <Link
                      to="/command/$place"
                      params={{ place: code }}
                      preload={false}
                      className="wall-place"
                    >
                      {locale === 'en' ? nameEn : name}
                    </Link>
                  )}
                  <span className="wall-bar" aria-hidden="true">
                    <span style={{ inlineSize: `${(open / most) * 100}%` }} />
                    <span data-tone="overdue" style={{ inlineSize: `${(overdue / most) * 100}%` }} />
                  </span>
                </th>
                <td className="wall-overdue">{overdue}</td>
                <td>{open}</td>
                <td>{t('below.inOut', { registered, ended: closed + selfHandled })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  )
}
