import { type Browser, chromium, type Page } from 'playwright-core'

/** Debian's own Chromium. WebGL (the maps) is drawn in software, so that no graphics card is needed. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  })

/** The screens that people use, in CSS pixels. */
const screens = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1440, height: 900 } },
  wallboard: { viewport: { width: 1920, height: 1080 } },
} as const
export type Screen = keyof typeof screens
export type Language = 'zh-CN' | 'en'

export interface Visit {
  readonly url: string
  readonly screen: Screen
  readonly language?: Language
  /** Where the device says that it is, when the person allows it. */
  readonly at?: { readonly latitude: number; readonly longitude: number }
}

/** What went wrong in a page without anybody clicking on it: uncaught errors and failed scripts. */
const troubles = new WeakMap<Page, string[]>()

/** A new person at a new device: nothing remembered, in 皇姑区's time zone. */
export async function newVisit(browser: Browser, visit: Visit): Promise<Page> {
  const { url, screen, language = 'zh-CN', at } = visit
  const context = await browser.newContext({
    ...screens[screen],
    baseURL: url,
    locale: language,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...(at === undefined ? {} : { geolocation: at, permissions: ['geolocation'] }),
  })
  context.setDefaultTimeout(20_000)
  context.on('weberror', (event) => {
    const page = event.page()
    if (page) troubles.set(page, [...troublesOf(page), event.error().message])
  })
  return context.newPage()
}

/** Uncaught errors of this page so far. */
export const troublesOf = (page: Page): readonly string[] => troubles.get(page) ?? []
