const MONTHS_BACK = 24
const BEIJING_MS = 8 * 3_600_000

/** The months that can be chosen, the present one first. */
export const monthsBefore = (now: number): readonly string[] => {
  const [year = 0, month = 1] = new Date(now + BEIJING_MS).toISOString().split('-').map(Number)
  return Array.from({ length: MONTHS_BACK }, (_, back) => {
    const index = year * 12 + month - 1 - back
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}
