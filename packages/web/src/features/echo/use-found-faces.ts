import type { Masked } from '@lianxin/contract/echo/echo-desk-routes'
import { useEffect, useRef, useState } from 'react'
import { isSameFace } from './looks.ts'

/** Looks for faces in a picture once it is shown; each one found waits until a person covers it or says that it is none. */
export function useFoundFaces() {
  const [looking, setLooking] = useState<'on' | 'done' | 'unable'>('on')
  const [seen, setSeen] = useState<readonly Masked[]>([])
  const [settled, setSettled] = useState<readonly Masked[]>([])
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])
  const found = seen.filter((one) => !settled.some((other) => isSameFace(one, other)))
  return {
    found,
    /** What to say about it. */
    news: newsOf(looking, found.length, settled.length),
    lookAt(picture: HTMLImageElement) {
      if (running.current) return
      running.current = new AbortController()
      const { signal } = running.current
      import('./find-faces.ts')
        .then(({ findFaces }) => findFaces(picture, setSeen, signal))
        .then(
          () => setLooking('done'),
          () => signal.aborted || setLooking('unable'),
        )
    },
    settle: (faces: readonly Masked[]) => setSettled((known) => [...known, ...faces]),
  }
}

function newsOf(looking: 'on' | 'done' | 'unable', found: number, settled: number) {
  if (found > 0) return 'found'
  if (looking === 'on') return 'looking'
  if (looking === 'unable') return 'unable'
  return settled > 0 ? 'settled' : 'nothing'
}
