import type { AnswerView } from '@lianxin/contract/case/case-views'
import type { Bilingual } from '@lianxin/contract/schema'
import { useMemo } from 'react'
import { usePreferences } from '../../ui/preferences.ts'

interface Named {
  readonly name: string
  readonly nameEn: string
}

interface OfPlace {
  readonly placeName: string
  readonly placeNameEn: string
}

interface Built {
  readonly compound: Named | null
  readonly building: Named | null
  readonly detail: string | null
}

interface InCommunity {
  readonly communityName: string
  readonly communityNameEn: string
}

/** Chooses the language of the screen in what the server names in both. */
export const useSay = () => {
  const { locale } = usePreferences()
  return useMemo(
    () => ({
      locale,
      text: ({ zh, en }: Bilingual): string => (locale === 'en' ? en : zh),
      answers: (answers: readonly AnswerView[]) =>
        answers.map(({ question, answer }) =>
          locale === 'en'
            ? { question: question.en, answer: answer.en }
            : { question: question.zh, answer: answer.zh },
        ),
      name: ({ name, nameEn }: Named): string => (locale === 'en' && nameEn ? nameEn : name),
      /** What a matter is about: in the language of whoever wrote it, or of the reader where the system did. */
      words: (words: string, wordsEn: string | null): string =>
        locale === 'en' && wordsEn ? wordsEn : words,
      /** The place of a post. */
      place: ({ placeName, placeNameEn }: OfPlace): string =>
        locale === 'en' && placeNameEn ? placeNameEn : placeName,
      /** From the smallest outwards in English, from the largest inwards in Chinese. */
      address: ({ compound, building, detail }: Built): readonly string[] => {
        const inwards =
          locale === 'en' ? [building?.nameEn, compound?.nameEn] : [compound?.name, building?.name]
        return [...inwards, detail].flatMap((part) => part || [])
      },
      /** The community where something is. */
      community: ({ communityName, communityNameEn }: InCommunity): string =>
        locale === 'en' && communityNameEn ? communityNameEn : communityName,
    }),
    [locale],
  )
}
