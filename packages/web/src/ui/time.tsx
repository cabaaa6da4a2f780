import { useState } from 'react'
import './time.css'
import { useTimeWords } from './time-words.ts'

interface TimeProps {
  /** Unix milliseconds. */
  readonly at: number
  /** `moment`: “5 分钟前”; `point`: “周四 18:00”; `deadline`: “周四 18:00 前”. */
  readonly as?: 'moment' | 'point' | 'deadline'
  /** Inside a link or a button, where it cannot be pressed itself. */
  readonly still?: boolean
}

/** A time as people say it; a press shows the exact one. */
export const Time = ({ at, as = 'moment', still = false }: TimeProps) => {
  const say = useTimeWords()
  const [exact, setExact] = useState(false)
  const words = exact ? say.exact(at) : say[as](at)
  const time = <time dateTime={new Date(at).toISOString()}>{words}</time>
  if (still) return <span title={say.exact(at)}>{time}</span>
  return (
    <button type="button" className="lx-time" title={say.exact(at)} onClick={() => setExact(!exact)}>
      {time}
    </button>
  )
}
