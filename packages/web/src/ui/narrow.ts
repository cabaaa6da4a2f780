import { useSyncExternalStore } from 'react'

/** As in the styles. `page`: below this a table is no table any more. `desk`: the list or the matter, never half of each. */
const below = (width: string) => {
  const query = () => matchMedia(`(width < ${width})`)
  return {
    matches: () => query().matches,
    watch: (told: () => void) => {
      const watched = query()
      watched.addEventListener('change', told)
      return () => watched.removeEventListener('change', told)
    },
  }
}
const NARROW = { page: below('44rem'), desk: below('56rem') }

/** Whether the window is as narrow as a phone. */
export const useNarrow = (of: keyof typeof NARROW = 'page'): boolean =>
  useSyncExternalStore(NARROW[of].watch, NARROW[of].matches)
