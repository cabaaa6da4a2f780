import { type OwnChange, postRoutes } from '@lianxin/contract/org/post-routes'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../data/api-client.ts'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { useTimeWords } from '../../ui/time-words.ts'

/** Who hands over to whom, as far as it concerns the reader; nothing where nothing is to come. */
export const OwnChanges = () => {
  const changes = useQuery(queryOf(postRoutes.ownChanges, {}))
  const sentenceOf = useSentence()
  return (changes.data ?? []).map((change) => (
    <Banner key={`${change.postId} ${change.what}`} kind="info" title={sentenceOf(change)} />
  ))
}

const useSentence = () => {
  const t = useWords('post')
  const times = useTimeWords()
  const english = usePreferences().locale === 'en'
  return (change: OwnChange): string => {
    const { what, holder, successor, from, until } = change
    const title = english ? `${change.titleEn}, ${change.placeNameEn}` : `${change.placeName}${change.title}`
    const names = { title, from: holder ?? t('own.nobody'), to: successor ?? '' }
    if (what === 'acting')
      return t('own.acting', { ...names, begins: times.point(from), ends: times.point(until ?? from) })
    return t(successor === null ? 'own.vacant' : 'own.holder', { ...names, date: times.point(from) })
  }
}
