import { SETTING_NAMES, settingOf } from '@lianxin/contract/setting/settings'
import { Link, Outlet } from '@tanstack/react-router'
import { ListTree } from 'lucide-react'
import { Suspense } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import './settings.css'
import './settings-form.css'
import './settings-steps.css'
import './settings-tables.css'

/** The rules beside the one that is open. */
export const SettingsFrame = () => {
  const t = useWords('setting')
  const say = useSay()
  return (
    <div className="rules">
      <nav className="rules-nav" aria-label={t('nav')}>
        <Link to="/desk/settings" activeOptions={{ exact: true }} className="rules-link">
          {t('overview')}
        </Link>
        <Link to="/desk/settings/items" className="rules-link">
          <ListTree aria-hidden="true" />
          {t('items.heading')}
        </Link>
        <ul>
          {SETTING_NAMES.map((name) => (
            <li key={name}>
              <Link to="/desk/settings/$name" params={{ name }} className="rules-link">
                {say.text(settingOf(name).title)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" tabIndex={-1} className="rules-main">
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
    </div>
  )
}
