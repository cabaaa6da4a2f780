import type { MoveView } from '@lianxin/contract/case/case-views'
import { catalogueRoutes } from '@lianxin/contract/catalogue/catalogue-routes'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../data/api-client.ts'
import { useWords } from '../../messages/words.ts'
import type { MoveForm } from './use-move.ts'

const SUGGESTED = 3

/** What kind of matter it is: the likeliest few with why, and the whole catalogue behind them. An item brings its level. */
export function useItemChoice(form: MoveForm, move: MoveView) {
  const t = useWords('case')
  const items = useQuery(queryOf(catalogueRoutes.items, {})).data ?? []
  const suggested = form.suggestion?.items.slice(0, SUGGESTED) ?? []
  const code = form.draft.itemCode
  return {
    items,
    suggested,
    code,
    isSuggested: suggested.some((item) => item.code === code),
    /** The words were read and say nothing that could be relied on. */
    isUnknown: form.suggestion?.items.length === 0,
    because: ({ because, confidence }: (typeof suggested)[number]) =>
      [
        t('suggestion.because', { words: because.join(t('suggestion.comma')) }),
        ...(confidence === null ? [] : [t('suggestion.confidence', { right: Math.round(confidence * 10) })]),
      ].join(t('suggestion.and')),
    choose(itemCode: string) {
      const level = items.find((item) => item.code === itemCode)?.level
      form.change({
        itemCode: itemCode || undefined,
        ...(level !== undefined && move.may.includes('level') ? { level } : {}),
      })
    },
  }
}
