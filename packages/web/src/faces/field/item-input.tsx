import type { MoveView } from '@lianxin/contract/case/case-views'
import { catalogueRoutes } from '@lianxin/contract/catalogue/catalogue-routes'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../data/api-client.ts'
import type { MoveForm } from '../../features/case/use-move.ts'
import { useSay } from '../../features/case/use-say.ts'
import { useWords } from '../../messages/words.ts'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { Select } from '../../ui/select.tsx'

interface ItemInputProps {
  readonly form: MoveForm
  readonly move: MoveView
  readonly error: string | undefined
}

const SUGGESTED = 3

/** What it is about: the likeliest few as cards, the whole catalogue in the phone's own list. */
export const ItemInput = ({ form, move, error }: ItemInputProps) => {
  const t = useWords('case')
  const say = useSay()
  const items = useQuery(queryOf(catalogueRoutes.items, {}))
  const suggested = form.suggestion?.items.slice(0, SUGGESTED) ?? []
  const code = form.draft.itemCode
  const choose = (itemCode: string) => {
    const level = items.data?.find((item) => item.code === itemCode)?.level
    form.change({
      itemCode: itemCode || undefined,
      ...(level !== undefined && move.may.includes('level') ? { level } : {}),
    })
  }
  const isSuggested = suggested.some((item) => item.code === code)
  return (
    <>
      {suggested.length > 0 && (
        <RadioCards
          label={t('field.itemCode')}
          value={isSuggested ? (code ?? null) : null}
          onChange={choose}
          error={error}
          cards={suggested.map((item) => ({
            value: item.code,
            label: say.name(item),
            more:
              item.because.length > 0
                ? t('suggestion.because', { words: item.because.join(t('suggestion.comma')) })
                : t('suggestion.common'),
          }))}
        />
      )}
      <Select
        label={t(suggested.length > 0 ? 'placeholder.itemCode' : 'field.itemCode')}
        value={isSuggested ? '' : (code ?? '')}
        onChange={choose}
        error={suggested.length > 0 ? undefined : error}
        options={(items.data ?? []).map((item) => ({ value: item.code, label: say.name(item) }))}
      />
    </>
  )
}
