import { SETTING_NAMES, settingOf } from '@lianxin/contract/setting/settings'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { ListTree } from 'lucide-react'
import { Suspense, useEffect, useRef } from 'react'
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
  const nav = useRef<HTMLElement>(null)
  const path = useLocation({ select: ({ pathname }) => pathname })
  // On a phone the rules stand in a row that is longer than the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is another link
  useEffect(() => {
    nav.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [path])
  return (
    <div className="rules">
      <nav ref={nav} className="rules-nav" aria-label={t('nav')}>
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
