import { useEffect, useRef, useState } from 'react'
import type { Found } from './find-in-photo.ts'
import { isSamePlace } from './looks.ts'

const isSame = (one: Found, other: Found): boolean =>
  one.what === other.what && isSamePlace(one.box, other.box)

/**
 * Looks for faces and plates in a picture once it is shown; each one found waits until a person covers it or says that it
 * is none.
 */
export function useFoundPlaces() {
  const [looking, setLooking] = useState<'on' | 'done' | 'unable'>('on')
  const [seen, setSeen] = useState<readonly Found[]>([])
  const [settled, setSettled] = useState<readonly Found[]>([])
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])
  const found = seen.filter((one) => !settled.some((other) => isSame(one, other)))
  return {
    found,
    /** What to say about it. */
    news: newsOf(looking, found.length, settled.length),
    lookAt(picture: HTMLImageElement) {
      if (running.current) return
      running.current = new AbortController()
      const { signal } = running.current
      import('./find-in-photo.ts')
        .then(({ findInPhoto }) => findInPhoto(picture, setSeen, signal))
        .then(
          () => setLooking('done'),
          () => signal.aborted || setLooking('unable'),
        )
    },
    settle: (places: readonly Found[]) => setSettled((known) => [...known, ...places]),
  }
}

function newsOf(looking: 'on' | 'done' | 'unable', found: number, settled: number) {
  if (found > 0) return 'found'
  if (looking === 'on') return 'looking'
  if (looking === 'unable') return 'unable'
  return settled > 0 ? 'settled' : 'nothing'
}
