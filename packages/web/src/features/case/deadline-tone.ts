/** How pressing a matter is. Carried by an icon and a word as well as by its colour. */
export type DeadlineTone = 'open' | 'dueSoon' | 'overdue' | 'waiting' | 'closed'

export interface Deadline {
  readonly tone: DeadlineTone
  /** Share of the time that has gone, 0 to 1; 1 when it is over. */
  readonly gone: number
  /** Milliseconds left; negative when overdue; absent when nothing runs. */
  readonly leftMs?: number
}

/** The last fifth of a limit is “soon”, and so is the last hour of a long one. */
const SOON_SHARE = 0.8
const SOON_MS = 60 * 60 * 1000

interface Timed {
  readonly tone: 'open' | 'waiting' | 'closed'
  readonly openedAt: number
  readonly dueAt: number | null
}

/** Reads the running deadline of a matter at an instant (Unix milliseconds). */
export const deadlineAt = ({ tone, openedAt, dueAt }: Timed, now: number): Deadline => {
  if (tone === 'closed') return { tone: 'closed', gone: 1 }
  if (dueAt === null) return { tone, gone: 0 }
  const leftMs = dueAt - now
  const whole = Math.max(1, dueAt - openedAt)
  const gone = Math.min(1, Math.max(0, (now - openedAt) / whole))
  if (leftMs < 0) return { tone: 'overdue', gone: 1, leftMs }
  if (tone === 'waiting') return { tone, gone, leftMs }
  return { tone: gone >= SOON_SHARE || leftMs < SOON_MS ? 'dueSoon' : 'open', gone, leftMs }
}
