import { useMatches, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { loadWords } from '../messages/words.ts'
import { usePreferences } from '../ui/preferences.ts'
import { useGivenTitle } from '../ui/screen-title.ts'

/** How long a screen may take to bring its own heading before the focus goes to what is there. */
const PATIENCE_MS = 1500

interface Left {
  readonly heading: Element | null | undefined
  readonly focused: Element | null
}

const mainOf = () => document.getElementById('main')
/** What the screen that is being left shows and holds. */
const leaving = (): Left => ({ heading: mainOf()?.querySelector('h1'), focused: document.activeElement })

/** Moves the focus to the new screen's heading, unless the new screen or a typing hand has already put it somewhere. */
const focusHeading = (left: Left): (() => void) => {
  const until = Date.now() + PATIENCE_MS
  let frame = 0
  const look = () => {
    const { activeElement: focused, body } = document
    const isTyping = focused?.matches('input, textarea') ?? false
    if (focused !== left.focused && focused !== body && (isTyping || mainOf()?.contains(focused))) return
    const heading = mainOf()?.querySelector('h1')
    const patient = Date.now() < until
    const target = heading && (heading !== left.heading || !patient) ? heading : patient ? null : mainOf()
    if (!target) {
      if (patient) frame = requestAnimationFrame(look)
      return
    }
    target.tabIndex = -1
    target.focus({ preventScroll: true })
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
    let left = leaving()
    let cancel = () => {}
    const stops = [
      router.subscribe('onBeforeNavigate', () => {
        left = leaving()
      }),
      router.subscribe('onResolved', (event) => {
        if (!event.pathChanged || event.fromLocation === undefined) return
        cancel()
        cancel = focusHeading(left)
      }),
    ]
    return () => {
      cancel()
      for (const stop of stops) stop()
    }
  }, [router])

  return (
    <div className="lx-hidden" role="status" aria-live="polite">
      {spoken}
    </div>
  )
}
