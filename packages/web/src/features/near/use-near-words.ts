import type { NearMatter } from '@lianxin/contract/case/case-links'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { useTimeWords } from '../../ui/time-words.ts'

/** A matter nearby in two lines: what and its number; how it stands, how far away, since when. */
export const useNearWords = (): ((row: NearMatter) => { readonly title: string; readonly facts: string }) => {
  const t = useWords('near')
  const { locale } = usePreferences()
  const say = useTimeWords()
  const english = locale === 'en'
  return (row) => ({
    title: `${english ? row.item.nameEn : row.item.name} · ${row.number}`,
    facts: [
      english ? row.stateName.en : row.stateName.zh,
      row.metres === null
        ? t('sameCommunity', { community: english ? row.communityNameEn : row.communityName })
        : t('metres', { metres: row.metres }),
      t('raised', { at: say.point(row.openedAt) }),
    ].join(' · '),
  })
}
