/** The seven ways in which a matter can stand, each with an icon, a word and a colour. */
export type StateTone = 'open' | 'dueSoon' | 'overdue' | 'waiting' | 'closed' | 'unmet' | 'suspended'

export const STATE_TONES: readonly StateTone[] = [
  'open',
  'dueSoon',
  'overdue',
  'waiting',
  'closed',
  'unmet',
  'suspended',
]

/** A deadline is “soon” within a day: long enough to still do something about it. */
export const DUE_SOON_MS = 24 * 60 * 60 * 1000

/** How a matter stands at `now` (Unix ms), from what the views carry. */
export const stateToneOf = (
  matter: {
    readonly tone: 'open' | 'waiting' | 'closed' | 'unmet'
    readonly dueAt: number | null
    readonly overdue?: boolean
  },
  now: number,
): StateTone => {
  if (matter.tone === 'closed' || matter.tone === 'unmet') return matter.tone
  if (matter.overdue || (matter.dueAt !== null && matter.dueAt <= now)) return 'overdue'
  if (matter.dueAt !== null && matter.dueAt - now <= DUE_SOON_MS) return 'dueSoon'
  return matter.tone
}
