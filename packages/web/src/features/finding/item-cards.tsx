import type { ItemView } from '@lianxin/contract/catalogue/catalogue-routes'
import { suggestItems } from '@lianxin/contract/catalogue/suggest-items'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { QuestionFields } from '../../ui/question-fields.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { Select } from '../../ui/select.tsx'
import type { FindingForm } from './use-finding.ts'

/** Where nothing is written yet: what a grid settles by itself. */
const GRID_LEVEL = 1

interface ItemCardsProps {
  readonly form: FindingForm
  /** Everyday matters as large cards, before anything is written. */
  readonly everyday: boolean
}

/** What it is about: as cards what is likely, with its reason; the whole catalogue in the phone's own list; and what it asks. */
export const ItemCards = ({ form, everyday }: ItemCardsProps) => {
  const t = useWords('finding')
  const { locale } = usePreferences()
  const { draft, items, item } = form
  const plain = (one: ItemView) => (locale === 'en' ? one.plainEn : one.plain)
  const choose = (itemCode: string) => form.set({ itemCode, answers: [] })
  const guesses = suggestItems(items, draft.words)
  const likely = everyday
    ? items.filter(({ level }) => level === GRID_LEVEL).map((one) => ({ one, more: undefined }))
    : guesses.map(({ item: one, because }) => ({
        one,
        more: t('item.because', { words: because.join(t('item.comma')) }),
      }))
  const isCard = likely.some(({ one }) => one.code === draft.itemCode)
  return (
    <>
      {likely.length > 0 && (
        <RadioCards
          label={t(everyday ? 'item.everyday' : 'item.likely')}
          columns={everyday ? 2 : 1}
          value={isCard ? draft.itemCode : null}
          onChange={choose}
          cards={likely.map(({ one, more }) => ({
            value: one.code,
            label: plain(one),
            ...(more ? { more } : {}),
          }))}
        />
      )}
      <Select
        label={t(likely.length > 0 ? 'item.other' : 'item.all')}
        optional={!everyday}
        value={isCard ? '' : draft.itemCode}
        onChange={choose}
        options={items.map((one) => ({
          value: one.code,
          label: `${locale === 'en' ? one.majorNameEn : one.majorName} · ${plain(one)}`,
        }))}
      />
      {item && (
        <QuestionFields
          questions={item.questions.map(({ text, choices, ...question }) => ({
            ...question,
            text: locale === 'en' ? text.en : text.zh,
            choices: choices.map(({ code, text: words }) => ({
              code,
              text: locale === 'en' ? words.en : words.zh,
            })),
          }))}
          answers={draft.answers}
          onChange={(answers) => form.set({ answers })}
          errorOf={(code) => (form.isOpen(code) ? t('item.answer') : undefined)}
        />
      )}
    </>
  )
}
