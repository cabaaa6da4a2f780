import type { Raised } from '@lianxin/contract/case/case-commands'
import { ownPlace, placeOr } from '../../data/chosen-place.ts'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { EntryForm, EntrySend } from '../../ui/entry-form.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { MOST_WORDS } from './finding-draft.ts'
import { FindingPhotos, FindingPlace, type NearField, type PlaceField } from './finding-parts.tsx'
import { ItemCards } from './item-cards.tsx'
import './finding.css'
import { useFinding } from './use-finding.ts'

interface ReportFormProps {
  readonly placeCode: string
  readonly placeName: string
  readonly PlaceField: PlaceField
  readonly Near: NearField
  readonly onDone: (raised: Raised) => void
}

/** 上报: what was found and where; then up to the community, or kept for later today. */
export const ReportForm = ({ placeCode, placeName, PlaceField, Near, onDone }: ReportFormProps) => {
  const t = useWords('finding')
  const form = useFinding('report', { done: t('spot.done'), where: ownPlace(placeCode) }, onDone)
  const { draft, pending, tried } = form
  return (
    <EntryForm onSend={() => form.send('handUp')}>
      <TextArea
        label={t('report.what')}
        placeholder={t('report.example')}
        rows={3}
        limit={MOST_WORDS}
        value={draft.words}
        error={form.wordsMissing ? t('report.missing') : undefined}
        onChange={(words) => form.set({ words })}
      />
      <ItemCards form={form} everyday={false} />
      <FindingPhotos form={form} />
      <FindingPlace form={form} PlaceField={PlaceField} own={placeName} />
      <Near
        where={placeOr(draft.where, ownPlace(placeCode))}
        itemCode={draft.itemCode || undefined}
        words={draft.words}
      />
      <ProblemBanner problem={form.problem} onRetry={() => form.send(tried ?? 'handUp')} pending={pending} />
      <EntrySend tall>
        <Button type="submit" kind="primary" size="main" wide pending={pending && tried === 'handUp'}>
          {t('report.handUp')}
        </Button>
        <div className="finding-others">
          <Button wide pending={pending && tried === 'selfHandle'} onClick={() => form.send('selfHandle')}>
            {t('report.selfHandle')}
          </Button>
          <Button wide pending={pending && tried === 'keep'} onClick={() => form.send('keep')}>
            {t('report.keep')}
          </Button>
        </div>
        <p className="lx-quiet lx-small">{t('report.kept')}</p>
      </EntrySend>
    </EntryForm>
  )
}
