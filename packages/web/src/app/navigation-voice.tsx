import { useMatches, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { loadWords } from '../messages/words.ts'
import { usePreferences } from '../ui/preferences.ts'
import { useGivenTitle } from '../ui/screen-title.ts'

/** How long a screen may take to bring its heading before the focus goes to <main> instead. */
const PATIENCE_MS = 2000

/** Moves the focus to the new screen's heading, unless the person is already typing there. */
const focusHeading = (): (() => void) => {
  const started = Date.now()
  let frame = 0
  const look = () => {
    const main = document.getElementById('main')
    if (main?.contains(document.activeElement) && document.activeElement !== main) return
    const heading = main?.querySelector('h1')
    const target = heading ?? (Date.now() - started > PATIENCE_MS ? main : null)
    if (!target) {
      frame = requestAnimationFrame(look)
      return
    }
    target.tabIndex = -1
    target.focus({ preventScroll: heading !== undefined })
  }
  frame = requestAnimationFrame(look)
  return () => cancelAnimationFrame(frame)
}

/**
 * What a full page load gives for nothing and a router takes away: the document's title, the size of text
 * for the face, the focus at the start of the new screen, and a spoken word that the screen changed.
 */
export const NavigationVoice = () => {
  const matches = useMatches()
  const router = useRouter()
  const { locale } = usePreferences()
  const given = useGivenTitle()
  const [spoken, setSpoken] = useState('')
  const title = matches.findLast((match) => match.staticData.title)?.staticData.title ?? 'shell:title.home'
  const face = matches.findLast((match) => match.staticData.face)?.staticData.face ?? 'resident'

  useEffect(() => {
    document.documentElement.dataset['face'] = face
  }, [face])

  useEffect(() => {
    let stale = false
    const [namespace = 'shell', key = 'title.home'] = title.split(':')
    const say = async () => {
      const screen = given ?? (await loadWords(locale, namespace))(key)
      const product = (await loadWords(locale, 'shell'))('product')
      if (stale) return
      document.title = screen === product ? product : `${screen} · ${product}`
      setSpoken(screen)
    }
    void say()
    return () => {
      stale = true
    }
  }, [title, locale, given])

  useEffect(() => {
    let cancel = () => {}
    const stop = router.subscribe('onResolved', (event) => {
      if (!event.pathChanged || event.fromLocation === undefined) return
      cancel()
      cancel = focusHeading()
    })
    return () => {
      cancel()
      stop()
    }
  }, [router])

  return (
    <div className="lx-hidden" role="status" aria-live="polite">
      {spoken}
    </div>
  )
}
