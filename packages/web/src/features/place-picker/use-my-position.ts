import { useState } from 'react'
import { type PositionRefusal, refusalOfPosition } from './place-choice.ts'

const PATIENCE_MS = 15_000

export interface Fix {
  readonly lon: number
  readonly lat: number
  readonly metres: number
}

/** Asks the device once where it is, only when the person presses the button; nothing is followed. */
export const useMyPosition = (found: (fix: Fix) => void) => {
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<PositionRefusal | null>(null)

  const ask = () => {
    setRefusal(null)
    if (!('geolocation' in navigator)) {
      setRefusal('unsupported')
      return
    }
    setAsking(true)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setAsking(false)
        found({ lon: coords.longitude, lat: coords.latitude, metres: Math.round(coords.accuracy) })
      },
      ({ code }) => {
        setAsking(false)
        setRefusal(refusalOfPosition(code))
      },
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 },
    )
  }
  return { ask, asking, refusal }
}
