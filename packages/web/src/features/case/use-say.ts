import { KINDS } from '@lianxin/contract/kinds/kinds'
import type { Bilingual } from '@lianxin/contract/schema'
import { useMemo } from 'react'
import { usePreferences } from '../../ui/preferences.ts'
import { sayExactly, sayLength, sayWhen } from './say-time.ts'
import { useNow } from './use-now.ts'

interface Named {
  readonly name: string
  readonly nameEn: string
}

/** The newest name of a state, for lists that carry only its code. */
export const stateNameOf = (kind: string, state: string): Bilingual =>
  KINDS.findLast((one) => one.kind === kind)?.states[state]?.name ?? { zh: state, en: state }

/** Chooses the language of what the server names in both, and says times and lengths in it. */
export const useSay = () => {
  const { locale } = usePreferences()
  const now = useNow()
  return useMemo(
    () => ({
      locale,
      now,
      text: ({ zh, en }: Bilingual) => (locale === 'en' ? en : zh),
      name: ({ name, nameEn }: Named) => (locale === 'en' && nameEn ? nameEn : name),
      when: (at: number) => sayWhen(at, now, locale),
      exactly: sayExactly,
      length: (ms: number) => sayLength(ms, locale),
    }),
    [locale, now],
  )
}
