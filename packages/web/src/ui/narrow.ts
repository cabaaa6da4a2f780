import { useSyncExternalStore } from 'react'

/** As in the styles: below this a table is no table any more. */
const NARROW = '(width < 44rem)'

const watch = (told: () => void) => {
  const query = matchMedia(NARROW)
  query.addEventListener('change', told)
  return () => query.removeEventListener('change', told)
}

/** Whether the window is as narrow as a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(watch, () => matchMedia(NARROW).matches)
