import type { Raised } from '@lianxin/contract/case/case-commands'
import { Check } from 'lucide-react'
import { ownPlace } from '../../data/chosen-place.ts'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { EntryFolded, EntryForm, EntrySend } from '../../ui/entry-form.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { MOST_WORDS } from './finding-draft.ts'
import { FindingPhotos, FindingPlace, type PlaceField } from './finding-parts.tsx'
import { ItemCards } from './item-cards.tsx'
import { useFinding } from './use-finding.ts'

interface SpotFormProps {
  readonly placeCode: string
  readonly placeName: string
  readonly PlaceField: PlaceField
  readonly onDone: (raised: Raised) => void
}

/** 当场办好: what it was, and done. Everything else may be said and need not be (a record costs seconds, not minutes). */
export const SpotForm = ({ placeCode, placeName, PlaceField, onDone }: SpotFormProps) => {
  const t = useWords('finding')
  const form = useFinding('spot', { done: t('spot.done'), where: ownPlace(placeCode) }, onDone)
  const { draft } = form
  return (
    <EntryForm onSend={() => form.send('selfHandle')}>
      <ItemCards form={form} everyday />
      {form.wordsMissing && (
        <p className="lx-error" role="alert">
          {t('spot.missing')}
        </p>
      )}
      <EntryFolded
        summary={t('spot.more')}
        open={draft.photos.length > 0 || draft.done !== '' || draft.words !== ''}
      >
        <FindingPhotos form={form} />
        <TextArea
          label={t('spot.what')}
          optional
          rows={2}
          limit={MOST_WORDS}
          value={draft.words}
          onChange={(text) => form.set({ words: text })}
        />
        <TextArea
          label={t('spot.did')}
          optional
          rows={2}
          limit={MOST_WORDS}
          value={draft.done}
          onChange={(done) => form.set({ done })}
        />
      </EntryFolded>
      <FindingPlace form={form} PlaceField={PlaceField} own={placeName} />
      <ProblemBanner problem={form.problem} onRetry={() => form.send('selfHandle')} pending={form.pending} />
      <EntrySend>
        <Button
          type="submit"
          kind="primary"
          size="main"
          wide
          pending={form.pending}
          icon={<Check aria-hidden="true" />}
        >
          {t('spot.send')}
        </Button>
      </EntrySend>
    </EntryForm>
  )
}
