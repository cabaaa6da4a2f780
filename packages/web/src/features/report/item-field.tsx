import type { ItemAnswer } from '@lianxin/contract/case/case-commands'
import { catalogueRoutes, type ItemView } from '@lianxin/contract/catalogue/catalogue-routes'
import { unanswered } from '@lianxin/contract/catalogue/item-answers'
import { suggestItems } from '@lianxin/contract/catalogue/suggest-items'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../data/api-client.ts'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { QuestionFields } from '../../ui/question-fields.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { Select } from '../../ui/select.tsx'
import type { ReportDraft } from './report-draft.ts'

const ITEMS_FRESH_MS = 60 * 60 * 1000
/** What residents raise; the contract's name of the kind. */
const REQUEST = 'request'

interface ItemFieldProps {
  readonly draft: Pick<ReportDraft, 'words' | 'itemCode' | 'answers'>
  readonly onChange: (change: { itemCode?: string; answers: readonly ItemAnswer[] }) => void
  readonly error?: string | undefined
  /** Somebody has tried to send: questions that are still open say so. */
  readonly tried: boolean
}

/** The catalogue item, proposed from the words or chosen by whoever knows it; what it asks, who handles it and by when. */
export const ItemField = ({ draft, onChange, error, tried }: ItemFieldProps) => {
  const t = useWords('report')
  const { locale } = usePreferences()
  const items = useQuery({ ...queryOf(catalogueRoutes.items, {}), staleTime: ITEMS_FRESH_MS })
  const inEnglish = locale === 'en'
  const say = ({ zh, en }: { zh: string; en: string }) => (inEnglish ? en : zh)
  const plain = (item: ItemView) => (inEnglish ? item.plainEn : item.plain)
  const known = (items.data ?? []).filter(({ kinds }) => kinds.includes(REQUEST))
  const chosen = known.find((item) => item.code === draft.itemCode)
  const guesses = suggestItems(known, draft.words)
  const isGuess = guesses.some(({ item }) => item.code === draft.itemCode)
  const unit = inEnglish ? chosen?.leadUnitNameEn : chosen?.leadUnitName
  const open = chosen && tried ? unanswered(chosen.questions, draft.answers) : []
  const choose = (itemCode: string) => onChange({ itemCode, answers: [] })
  return (
    <div className="lx-stack" data-field="item">
      {guesses.length > 0 && (
        <RadioCards
          label={t('item.likely')}
          value={isGuess ? draft.itemCode : null}
          onChange={choose}
          cards={guesses.map(({ item, because }) => ({
            value: item.code,
            label: plain(item),
            more: t('item.because', { words: because.join(t('item.comma')) }),
          }))}
        />
      )}
      <Select
        label={t(guesses.length > 0 ? 'item.other' : 'item.label')}
        hint={t('item.hint')}
        optional
        value={isGuess ? '' : draft.itemCode}
        onChange={choose}
        error={error}
        options={known.map((item) => ({
          value: item.code,
          label: `${inEnglish ? item.majorNameEn : item.majorName} · ${plain(item)}`,
        }))}
      />
      {items.isError && <p className="lx-quiet">{t('item.failed')}</p>}
      {chosen && (
        <>
          <div className="lx-stack" data-field="answers">
            <QuestionFields
              questions={chosen.questions.map(({ text, choices, ...question }) => ({
                ...question,
                text: say(text),
                choices: choices.map(({ code, text: words }) => ({ code, text: say(words) })),
              }))}
              answers={draft.answers}
              onChange={(answers) => onChange({ answers })}
              errorOf={(code) => (open.some((one) => one.code === code) ? t('item.answer') : undefined)}
            />
          </div>
          <p role="status">
            {t('item.limit', { clock: chosen.clockKind, limit: chosen.limit })}
            {unit && ` · ${t('item.unit', { unit })}`}
          </p>
        </>
      )}
    </div>
  )
}
