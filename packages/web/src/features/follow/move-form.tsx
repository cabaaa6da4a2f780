import type { MoveView } from '@lianxin/contract/case/case-views'
import { type SubmitEvent, useEffect, useRef } from 'react'
import { isApiProblem } from '../../data/api-problem.ts'
import { shownPhotos } from '../../data/photo-uploads.ts'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { PhotoInput } from '../../ui/photo-input.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Stars } from '../../ui/stars.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { Movable } from './followed-case.ts'
import { asks, MOST_MOVE_PHOTOS, type MoveEntry, wordsFieldOf } from './move-entry.ts'
import { SolvedChoice } from './solved-choice.tsx'
import { useFollowMove } from './use-follow-move.ts'

interface MoveFormProps {
  readonly view: Movable
  readonly move: MoveView
  readonly onDone: (entry: MoveEntry) => void
  readonly onRefused?: (problem: unknown) => void
  readonly onCancel?: () => void
}

/** Any step of the requester, asking for what the kind says that it needs and may have. */
export const MoveForm = ({ view, move, onDone, onRefused, onCancel }: MoveFormProps) => {
  const t = useWords('follow')
  const { locale } = usePreferences()
  const form = useRef<HTMLFormElement>(null)
  const { entry, change, send, pending, problem, problems, uploads } = useFollowMove(
    view,
    move,
    onDone,
    onRefused,
  )
  const errorOf = (field: 'solved' | 'words') => {
    const found = problems.find((one) => one.field === field)
    return found && t(found.key, found.values)
  }
  const field = wordsFieldOf(move)
  const judging = asks(move, 'solved')
  // Until solved or not is said, the rest would only be in the way.
  const asksMore = !judging || entry.solved !== null
  const changed = isApiProblem(problem) && problem.code === 'case.changed'
  const outcome = judging ? (entry.solved ? 'Solved' : 'NotSolved') : ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void send()
  }

  // Opened by a press: the first thing to fill in takes the focus. An open verdict does not grab it.
  const grabs = useRef(onCancel !== undefined)
  useEffect(() => {
    if (grabs.current) form.current?.querySelector<HTMLElement>('textarea, input')?.focus()
  }, [])

  return (
    <form ref={form} className="lx-stack" noValidate onSubmit={submit}>
      {!judging && !field && <p>{locale === 'en' ? move.effect.en : move.effect.zh}</p>}
      {judging && (
        <SolvedChoice
          value={entry.solved}
          onChange={(solved) => change({ solved })}
          error={errorOf('solved')}
        />
      )}
      {asksMore && asks(move, 'satisfaction') && (
        <Stars
          label={t('move.satisfaction')}
          value={entry.satisfaction}
          onChange={(satisfaction) => change({ satisfaction })}
        />
      )}
      {asksMore && field && (
        <TextArea
          label={t(judging ? `move.words${outcome}` : `move.${move.move}Words`)}
          optional={!move.needs.includes(field.name)}
          limit={field.most}
          rows={3}
          value={entry.words}
          onChange={(words) => change({ words })}
          error={errorOf('words')}
        />
      )}
      {asksMore && asks(move, 'fileIds') && (
        <PhotoInput
          label={t('move.photos')}
          photos={shownPhotos(
            entry.photos,
            uploads.underway,
            (n) => t('move.photoName', { n }),
            t('move.photoLost'),
          )}
          max={MOST_MOVE_PHOTOS}
          onAdd={uploads.add}
          onRemove={uploads.remove}
          onRetry={uploads.retry}
          error={problems.length === 0 && uploads.sending > 0 && pending ? t('move.photosBusy') : undefined}
        />
      )}
      {changed && <Banner kind="warn" title={t('move.changed')} />}
      {problem !== null && !changed && <ProblemBanner problem={problem} onRetry={send} pending={pending} />}
      {asksMore && (
        <div className="lx-move-send">
          <Button type="submit" kind="primary" size="main" wide pending={pending}>
            {t(judging ? `move.judgeSend${outcome}` : `move.${move.move}Send`)}
          </Button>
          {onCancel && (
            <Button kind="quiet" onClick={onCancel}>
              {t('move.cancel')}
            </Button>
          )}
        </div>
      )}
    </form>
  )
}
