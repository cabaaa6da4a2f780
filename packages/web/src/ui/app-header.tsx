import { Monitor, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { switchLanguage, useWords } from '../messages/words.ts'
import './app-header.css'
import { BrandMark } from './brand-mark.tsx'
import { setPreferences, type Theme, usePreferences } from './preferences.ts'

const NEXT_THEME: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }
const THEME_ICON = { system: Monitor, light: Sun, dark: Moon }

/** Switches between 中文 and English; each is named in its own language, so that whoever needs it can read it. */
export const LanguageSwitch = () => {
  const { locale } = usePreferences()
  const other = locale === 'zh-CN' ? 'en' : 'zh-CN'
  return (
    <button
      type="button"
      className="lx-header-switch"
      lang={other}
      onClick={() => void switchLanguage(other)}
    >
      {other === 'en' ? 'English' : '中文'}
    </button>
  )
}

/** 长辈版: larger text and targets, one column. Says what a press will do. */
export const ElderSwitch = () => {
  const { elder } = usePreferences()
  const t = useWords('ui')
  return (
    <button type="button" className="lx-header-switch" onClick={() => setPreferences({ elder: !elder })}>
      {elder ? t('header.standard') : t('header.elder')}
    </button>
  )
}

export const ThemeSwitch = () => {
  const { theme } = usePreferences()
  const t = useWords('ui')
  const Icon = THEME_ICON[theme]
  const label = t('header.theme', { theme })
  return (
    <button
      type="button"
      className="lx-header-switch lx-header-icon"
      aria-label={label}
      title={label}
      onClick={() => setPreferences({ theme: NEXT_THEME[theme] })}
    >
      <Icon aria-hidden="true" />
    </button>
  )
}

interface AppHeaderProps {
  /** Wraps the mark and the name in the face's own link home. */
  readonly home: (mark: ReactNode) => ReactNode
  /** The place or unit that speaks, e.g. 皇姑区; the product's name when absent. */
  readonly title?: string
  /** Navigation of the face. */
  readonly children?: ReactNode
  /** The person signed in, sync chip and the like; stands before the switches. */
  readonly aside?: ReactNode
}

export const AppHeader = ({ home, title, children, aside }: AppHeaderProps) => {
  const t = useWords('ui')
  return (
    <header className="lx-header">
      <div className="lx-header-bar">
        {home(
          <>
            <BrandMark />
            <span className="lx-header-name">{title ?? t('header.product')}</span>
          </>,
        )}
        <div className="lx-header-tools">
          {aside}
          <ElderSwitch />
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </div>
      {children}
    </header>
  )
}
