import { useEffect, useSyncExternalStore } from 'react'
import { isAskingToSignIn } from './session-guard.ts'

/** A page may stay open for a week. So often it is asked whether the server has a newer one. */
const EVERY_MS = 30 * 60_000
/** A wall that nobody sits at loads the newer app by itself, each at another minute. */
const WITHIN_MS = 10 * 60_000
const AGAIN_MS = 60_000
/** Whoever was cut off asks within so much time: the server may have come back as another one. */
const SOON_MS = 60_000

let newer = false
const listeners = new Set<() => void>()
let watching = false
const subscribe = (listener: () => void): (() => void) => {
  if (!watching) {
    watching = true
    watch()
  }
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const found = (): void => {
  newer = true
  for (const listener of listeners) listener()
}

/**
 * The first page names the script that starts the app, by a hash of what is in it: another name is another app.
 * @param page the first page as the server has it now
 * @param own address of the script that started this app
 */
export const isNewer = (page: string, own: string): boolean => {
  const started = /<script[^>]*type="module"[^>]*src="([^"]+)"/.exec(page)?.[1]
  return started !== undefined && !own.endsWith(started)
}

const firstPage = async (): Promise<string | null> => {
  const answer = await fetch('/', { cache: 'no-store', headers: { accept: 'text/html' } }).catch(() => null)
  return answer?.ok === true ? answer.text() : null
}

const isThere = async (): Promise<boolean> => {
  const own = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src
  if (!own) return false
  const page = await firstPage()
  return page !== null && isNewer(page, own)
}

/** Loads this page anew where the server answers; otherwise the browser would show its own error and stay there. */
export const loadAnew = async (): Promise<void> => {
  if ((await firstPage()) !== null) location.reload()
}

const look = async (): Promise<void> => {
  if (!newer && (await isThere())) found()
}

/**
 * Whether the newer app may be loaded now. While the server is away the browser would show its own error and stay there; while
 * somebody is asked to sign in, the last true picture would go.
 */
export const mayLoad = async (asking: () => boolean, there: () => Promise<boolean>): Promise<boolean> =>
  !asking() && (await there())

/** Loads the newer app where it may be loaded now; false: the page stays as it is. */
export const loadNewerApp = async (): Promise<boolean> => {
  const may = await mayLoad(isAskingToSignIn, isThere)
  if (may) location.reload()
  return may
}

let lookingSoon = false
/** A line that was cut stands again. An upgrade cuts all lines, so that each page asks at another moment. */
export const lookAfterCut = (): void => {
  if (!watching || newer || lookingSoon) return
  lookingSoon = true
  setTimeout(() => {
    lookingSoon = false
    void look()
  }, Math.random() * SOON_MS)
}

/** Looks now and then, when somebody comes back to the page, and when a part of this app is not there any more. */
const watch = (): void => {
  let last = Date.now()
  const lookAgain = () => {
    if (document.visibilityState === 'hidden' || Date.now() - last < EVERY_MS) return
    last = Date.now()
    void look()
  }
  setInterval(lookAgain, EVERY_MS / 6)
  document.addEventListener('visibilitychange', lookAgain)
  window.addEventListener('vite:preloadError', () => void look())
}

/**
 * Whether the server has a newer app. `by itself`: nobody sits here and nothing is typed, so it is loaded without being asked.
 */
export const useNewerApp = (how: 'when asked' | 'by itself'): boolean => {
  const there = useSyncExternalStore(subscribe, () => newer)
  useEffect(() => {
    if (!there || how === 'when asked') return
    const load = async () => {
      if (!(await loadNewerApp())) timer = setTimeout(load, AGAIN_MS)
    }
    let timer = setTimeout(load, Math.random() * WITHIN_MS)
    return () => clearTimeout(timer)
  }, [there, how])
  return there
}
