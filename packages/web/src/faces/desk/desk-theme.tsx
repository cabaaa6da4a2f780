import { theme as antTheme, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useMemo, useSyncExternalStore } from 'react'
import { usePreferences } from '../../ui/preferences.ts'

const DARK = '(prefers-color-scheme: dark)'

const useSystemDark = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const query = matchMedia(DARK)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => matchMedia(DARK).matches,
  )

/** Reads colours off tokens.css as the browser resolves them, because the component library computes with them. */
const readColours = <const T extends Readonly<Record<string, string>>>(
  names: T,
): { [K in keyof T]: string } => {
  const probe = document.createElement('span')
  // Where motion is reduced every property has a very short transition, and a colour read at once is still the last one.
  probe.style.transition = 'none'
  document.body.append(probe)
  const read = Object.entries(names).map(([key, token]) => {
    probe.style.color = `var(${token})`
    return [key, getComputedStyle(probe).color]
  })
  probe.remove()
  return Object.fromEntries(read)
}

const COLOURS = {
  colorPrimary: '--action',
  colorInfo: '--action',
  colorLink: '--action',
  colorError: '--danger',
  colorWarning: '--state-due-soon',
  colorSuccess: '--state-closed',
  colorText: '--ink',
  colorTextSecondary: '--ink-soft',
  colorTextTertiary: '--ink-quiet',
  colorTextDescription: '--ink-quiet',
  colorTextPlaceholder: '--ink-quiet',
  colorTextDisabled: '--ink-quiet',
  colorBgBase: '--ground',
  colorBgContainer: '--surface',
  colorBgElevated: '--surface',
  colorBgLayout: '--ground',
  colorBorder: '--line-strong',
  colorBorderSecondary: '--line',
  colorTextLightSolid: '--on-action',
  colorPrimaryBg: '--action-tint',
  controlItemBgActive: '--action-tint',
  controlItemBgActiveHover: '--action-tint',
  controlItemBgHover: '--surface-sunk',
} as const

/** Dresses the component library in our tokens, so that the desk and the phone are one house. */
export const DeskTheme = ({ children }: { readonly children: ReactNode }) => {
  const { theme, locale } = usePreferences()
  const systemDark = useSystemDark()
  const dark = theme === 'dark' || (theme === 'system' && systemDark)
  const config = useMemo(
    () => ({
      algorithm: dark ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
      token: {
        ...readColours(COLOURS),
        fontSize: 14,
        controlHeight: 32,
        borderRadius: 6,
        fontFamily: 'var(--font)',
        motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
        motionDurationMid: '0.12s',
        motionDurationSlow: '0.2s',
      },
      // Hairlines rather than shadows.
      components: { Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' } },
    }),
    [dark],
  )
  return (
    <ConfigProvider theme={config} locale={locale === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  )
}
