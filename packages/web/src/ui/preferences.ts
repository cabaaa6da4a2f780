import { useSyncExternalStore } from 'react'

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export type Theme = 'system' | 'light' | 'dark'

/** What a person chose about how the screens look; kept on this device only, never sent to the server. */
export interface Preferences {
  readonly locale: Locale
  readonly theme: Theme
  readonly elder: boolean
}

const KEY = 'lianxin.preferences'
const listeners = new Set<() => void>()

const browserLocale = (): Locale => (navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en')

const read = (): Preferences => {
  const fallback: Preferences = { locale: browserLocale(), theme: 'system', elder: false }
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<
      Record<keyof Preferences, unknown>
    >
    return {
      locale: LOCALES.find((locale) => locale === stored.locale) ?? fallback.locale,
      theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : fallback.theme,
      elder: stored.elder === true,
    }
  } catch {
    // Storage may be closed (private window) or hold something that is not ours: the screens work without it.
    return fallback
  }
}

let current = read()

/** Writes the choice onto <html>, where tokens.css and screen readers look for it. */
const apply = (): void => {
  const root = document.documentElement
  root.lang = current.locale
  root.toggleAttribute('data-elder', current.elder)
  if (current.theme === 'system') root.removeAttribute('data-theme')
  else root.dataset['theme'] = current.theme
}

export const applyPreferences = apply

export const getPreferences = (): Preferences => current

export const setPreferences = (change: Partial<Preferences>): void => {
  current = { ...current, ...change }
  try {
    localStorage.setItem(KEY, JSON.stringify(current))
  } catch {
    // The choice then lasts until the page is closed.
  }
  apply()
  for (const listener of listeners) listener()
}

export const onPreferences = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePreferences = (): Preferences => useSyncExternalStore(onPreferences, getPreferences)
