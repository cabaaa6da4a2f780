import type { Raised } from '@lianxin/contract/case/case-commands'
import { Siren } from 'lucide-react'
import type { ComponentType } from 'react'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { EntryFolded, EntryForm, EntrySend } from '../../ui/entry-form.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { CalledUnits } from './called-units.tsx'
import { useWhistle, type WhistleWriting } from './use-whistle.ts'
import { CAUSES, type Cause, MOST_WORDS } from './whistle-draft.ts'

/** The question where it is; another feature answers it, so the face hands it in. */
type PlaceField = ComponentType<{
  readonly value: WhistleWriting['draft']['where']
  readonly onChange: (where: WhistleWriting['draft']['where']) => void
  readonly error?: string | undefined
}>

interface WhistleFormProps {
  readonly placeCode: string
  readonly placeName: string
  readonly PlaceField: PlaceField
  readonly onDone: (raised: Raised) => void
}

/** 吹哨: what for, whom, and off it goes; what exactly is needed and where are said when there is time for it. */
export const WhistleForm = ({ placeCode, placeName, PlaceField, onDone }: WhistleFormProps) => {
  const t = useWords('whistle')
  const form = useWhistle(placeCode, t('unsaid', { place: placeName }), onDone)
  const { draft } = form
  const exact = Object.keys(draft.where).some((part) => part !== 'detail')
  return (
    <EntryForm onSend={() => form.send()}>
      <RadioCards
        label={t('cause.label')}
        columns={2}
        value={draft.cause}
        onChange={(cause) => form.set({ cause: cause as Cause })}
        error={form.causeMissing ? t('cause.missing') : undefined}
        cards={CAUSES.map((cause) => ({
          value: cause,
          label: t(`cause.${cause}.name`),
          more: t(`cause.${cause}.when`),
        }))}
      />
      <CalledUnits
        unitIds={draft.unitIds}
        missing={form.unitsMissing}
        placeCode={placeCode}
        onChange={(unitIds) => form.set({ unitIds })}
      />
      <TextArea
        label={t('words.label')}
        placeholder={t('words.example')}
        optional
        rows={3}
        limit={MOST_WORDS}
        value={draft.words}
        onChange={(words) => form.set({ words })}
      />
      <EntryFolded
        summary={exact ? t('place.exact') : t('place.own', { place: placeName })}
        open={exact || form.refusedPlace !== undefined}
      >
        <PlaceField value={draft.where} onChange={(where) => form.set({ where })} error={form.refusedPlace} />
      </EntryFolded>
      <ProblemBanner problem={form.problem} onRetry={form.send} pending={form.pending} />
      <EntrySend>
        <Button
          type="submit"
          kind="primary"
          size="main"
          wide
          pending={form.pending}
          icon={<Siren aria-hidden="true" />}
        >
          {t('send')}
        </Button>
        <p className="lx-quiet lx-small">{t('clocks')}</p>
      </EntrySend>
    </EntryForm>
  )
}
