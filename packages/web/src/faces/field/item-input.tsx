import type { MoveView } from '@lianxin/contract/case/case-views'
import { useItemChoice } from '../../features/case/use-item-choice.ts'
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

/** What it is about: the likeliest few as cards, the whole catalogue in the phone's own list. */
export const ItemInput = ({ form, move, error }: ItemInputProps) => {
  const t = useWords('case')
  const say = useSay()
  const { items, suggested, code, isSuggested, isUnknown, because, choose } = useItemChoice(form, move)
  return (
    <>
      {isUnknown && <p>{t('suggestion.unknown')}</p>}
      {suggested.length > 0 && (
        <RadioCards
          label={t('field.itemCode')}
          value={isSuggested ? (code ?? null) : null}
          onChange={choose}
          error={error}
          cards={suggested.map((item) => ({
            value: item.code,
            label: say.name(item),
            more: because(item),
          }))}
        />
      )}
      <Select
        label={t(suggested.length > 0 ? 'placeholder.itemCode' : 'field.itemCode')}
        value={isSuggested ? '' : (code ?? '')}
        onChange={choose}
        error={suggested.length > 0 ? undefined : error}
        options={items.map((item) => ({ value: item.code, label: say.name(item) }))}
      />
    </>
  )
}
