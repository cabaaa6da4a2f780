import { useWords } from '../../messages/words.ts'
import { MapShown } from './map-shown.tsx'
import { PartsPane } from './parts-pane.tsx'
import { WallShown } from './tokens-shown.tsx'
import './design-screen.css'

/** Development aid: every token and part in light, dark and 长辈版, beside each other. */
export const DesignScreen = () => {
  const t = useWords('design')
  return (
    <main id="main" tabIndex={-1} className="lx-design">
      <header className="lx-design-head">
        <h1>{t('title')}</h1>
        <p className="lx-lead">{t('lead')}</p>
      </header>
      <div className="lx-design-panes">
        <section className="lx-scope lx-design-pane" data-theme="light" aria-label={t('light')}>
          <PartsPane title={t('light')} />
        </section>
        <section className="lx-scope lx-design-pane" data-theme="dark" aria-label={t('dark')}>
          <PartsPane title={t('dark')} />
        </section>
        <section className="lx-scope lx-design-pane" data-theme="light" data-elder="" aria-label={t('elder')}>
          <PartsPane title={t('elder')} />
        </section>
      </div>
      <section className="lx-design-map" aria-label={t('wall')}>
        <h2>{t('wall')}</h2>
        <WallShown />
      </section>
      <section className="lx-design-map" aria-label={t('map')}>
        <h2>{t('map')}</h2>
        <MapShown />
      </section>
    </main>
  )
}
