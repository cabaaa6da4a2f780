import { Building2, House } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { PhotoInput } from '../../ui/photo-input.tsx'
import { QuestionFields } from '../../ui/question-fields.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { Select } from '../../ui/select.tsx'
import { Stars } from '../../ui/stars.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { VerdictChoice, type VerdictValue } from '../../ui/verdict-choice.tsx'

const nothing = () => {}
const noError = () => undefined
type Answers = Parameters<typeof QuestionFields>[0]['answers']

export const FormShown = () => {
  const t = useWords('design')
  const [words, setWords] = useState(t('words'))
  const [unit, setUnit] = useState('')
  const [where, setWhere] = useState<string | null>('home')
  const [stars, setStars] = useState<number | null>(4)
  const [answers, setAnswers] = useState<Answers>([{ question: 'since', choice: 'days' }])
  const [verdict, setVerdict] = useState<VerdictValue>({ solved: true, satisfaction: 4 })
  return (
    <>
      <TextArea label={t('wordsLabel')} hint={t('wordsHint')} value={words} onChange={setWords} limit={200} />
      <TextField label={t('phone')} optional inputMode="tel" error={t('phoneWrong')} defaultValue="1380000" />
      <Select
        label={t('unit')}
        value={unit}
        onChange={setUnit}
        options={[
          { value: 'a', label: t('place') },
          { value: 'b', label: t('place2') },
        ]}
      />
      <RadioCards
        label={t('where')}
        columns={2}
        value={where}
        onChange={setWhere}
        cards={[
          { value: 'home', label: t('home'), icon: <House aria-hidden="true" /> },
          {
            value: 'public',
            label: t('public'),
            more: t('publicMore'),
            icon: <Building2 aria-hidden="true" />,
          },
        ]}
      />
      <Checkbox label={t('echo')} more={t('echoMore')} defaultSelected />
      <Switch label={t('call')} defaultSelected />
      <VerdictChoice value={verdict} onChange={setVerdict} />
      <Stars label={t('stars')} value={stars} onChange={setStars} />
      <QuestionFields
        questions={[
          {
            code: 'since',
            text: t('since'),
            required: true,
            choices: [
              { code: 'today', text: t('sinceToday') },
              { code: 'days', text: t('sinceDays') },
            ],
          },
          { code: 'pole', text: t('pole'), required: false, choices: [] },
        ]}
        answers={answers}
        onChange={setAnswers}
        errorOf={noError}
      />
      <PhotoInput
        label={t('photos')}
        max={9}
        photos={[
          { key: '1', name: t('photo1'), preview: null, state: 'sending' },
          { key: '2', name: t('photo2'), preview: null, state: 'failed', message: t('photoWhy') },
        ]}
        onAdd={nothing}
        onRemove={nothing}
        onRetry={nothing}
      />
    </>
  )
}
