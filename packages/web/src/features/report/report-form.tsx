import { Contact, Layers, MapPin, Megaphone, MessageSquareText } from 'lucide-react'
import { type ComponentType, type SubmitEvent, Suspense, useState } from 'react'
import { isApiProblem } from '../../data/api-problem.ts'
import { shownPhotos, usePhotoUploads } from '../../data/photo-uploads.ts'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { PhotoInput } from '../../ui/photo-input.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { ItemField } from './item-field.tsx'
import {
  FEWEST_WORDS,
  isWorthKeeping,
  lengthOf,
  MOST_PHOTOS,
  MOST_WORDS,
  type ReportDraft,
} from './report-draft.ts'
import { problemsOf, problemsOfRefusal, type ReportField } from './report-problems.ts'
import { ReportSection } from './report-section.tsx'
import { SendFailure } from './send-failure.tsx'
import { StartOver } from './start-over.tsx'
import type { useReportDraft } from './use-report-draft.ts'
import { useSendReport } from './use-send-report.ts'

/** The question where it is; another feature answers it, so the face hands it in. */
export type PlaceField = ComponentType<{
  readonly value: ReportDraft['where']
  readonly onChange: (where: ReportDraft['where']) => void
  readonly error?: string | undefined
  readonly detailError?: string | undefined
}>

/** What others raised nearby; another feature knows. */
export type Already = ComponentType<Pick<ReportDraft, 'where' | 'itemCode' | 'words'>>

interface ReportFormProps {
  readonly report: ReturnType<typeof useReportDraft>
  readonly PlaceField: PlaceField
  readonly Already: Already
}

/** Raising a matter, on one page. */
export const ReportForm = ({ report, PlaceField, Already }: ReportFormProps) => {
  const t = useWords('report')
  const { draft, set } = report
  const { locale } = usePreferences()
  const { send, pending, problem, forgive } = useSendReport(report)
  const [attempt, setAttempt] = useState(0)
  const uploads = usePhotoUploads({
    kept: draft.photos,
    keep: report.keepPhoto,
    drop: report.dropPhoto,
  })

  const refused = isApiProblem(problem) && problem.status < 500 ? problemsOfRefusal(problem, locale) : []
  const problems = attempt === 0 ? [] : [...problemsOf(draft, uploads.sending), ...refused]
  const errorOf = (field: ReportField) => {
    const found = problems.find((one) => one.field === field)
    return found && ('key' in found ? t(found.key, found.values) : found.sentence)
  }
  /** What the server refused is being mended; it will judge again. */
  const change = (part: Partial<ReportDraft>) => {
    if (refused.length > 0) forgive()
    set(part)
  }
  const submit = async (event?: SubmitEvent) => {
    event?.preventDefault()
    const mistakes = problemsOf(report.now(), uploads.sending).length > 0 || (await send()) !== null
    if (mistakes) setAttempt((count) => count + 1)
  }

  return (
    <form className="lx-report" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} attempt={attempt} />
      <ReportSection icon={<MessageSquareText />} title={t('words.heading')} needed>
        <div data-field="words">
          <TextArea
            label={t('words.label')}
            hint={t('words.hint')}
            placeholder={t('words.example')}
            limit={MOST_WORDS}
            value={draft.words}
            onChange={(words) => change({ words })}
            error={errorOf('words')}
          />
        </div>
        <div data-field="photos">
          <PhotoInput
            label={t('photos.heading')}
            hint={t('photos.hint', { most: MOST_PHOTOS })}
            photos={shownPhotos(
              draft.photos,
              uploads.underway,
              (n) => t('photos.name', { n }),
              t('photos.lost'),
            )}
            max={MOST_PHOTOS}
            onAdd={uploads.add}
            onRemove={uploads.remove}
            onRetry={uploads.retry}
            error={errorOf('photos')}
          />
        </div>
      </ReportSection>
      <ReportSection icon={<MapPin />} title={t('place.heading')} needed hint={t('place.hint')}>
        <PlaceField
          value={draft.where}
          onChange={(where) => change({ where })}
          error={errorOf('where')}
          detailError={errorOf('detail')}
        />
      </ReportSection>
      <Suspense>
        <Already where={draft.where} itemCode={draft.itemCode} words={draft.words} />
      </Suspense>
      <ReportSection icon={<Contact />} title={t('contact.heading')} hint={t('contact.hint')}>
        <div data-field="name">
          <TextField
            label={t('contact.name')}
            optional
            autoComplete="name"
            placeholder={t('contact.nameExample')}
            value={draft.name}
            onChange={(name) => change({ name })}
            error={errorOf('name')}
          />
        </div>
        <div data-field="phone">
          <TextField
            label={t('contact.phone')}
            hint={t('contact.phoneHint')}
            optional
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            value={draft.phone}
            onChange={(phone) => change({ phone })}
            error={errorOf('phone')}
          />
        </div>
      </ReportSection>
      <ReportSection icon={<Megaphone />} title={t('echo.heading')}>
        <Checkbox
          label={t('echo.label')}
          more={t('echo.more')}
          isSelected={draft.echoWall}
          onChange={(echoWall) => change({ echoWall })}
        />
      </ReportSection>
      <details
        className="lx-ask lx-ask-more"
        open={draft.itemCode !== '' || lengthOf(draft.words) >= FEWEST_WORDS}
      >
        <summary>
          <Layers aria-hidden="true" />
          {t('item.summary')}
        </summary>
        <ItemField draft={draft} onChange={change} error={errorOf('item')} tried={attempt > 0} />
      </details>
      {problem !== null && refused.length === 0 && (
        <SendFailure problem={problem} pending={pending} onAgain={submit} />
      )}
      <div className="lx-report-send">
        <Button type="submit" kind="primary" size="main" wide pending={pending}>
          {t('send')}
        </Button>
        <p className="lx-quiet lx-small">{t('sendMore')}</p>
        {isWorthKeeping(draft) && <StartOver onYes={report.clear} />}
      </div>
    </form>
  )
}
