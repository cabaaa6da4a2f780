import { Camera, MapPin } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { AnswerList } from '../../ui/answer-list.tsx'
import { ElderSwitch, LanguageSwitch, ThemeSwitch } from '../../ui/app-header.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ClockBar } from '../../ui/clock-bar.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { EntryFolded } from '../../ui/entry-form.tsx'
import { useNow } from '../../ui/now.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { STATE_TONES } from '../../ui/state-tone.ts'
import { Time } from '../../ui/time.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { FormShown } from './form-shown.tsx'
import { TokensShown } from './tokens-shown.tsx'

const HOUR_MS = 3_600_000

export const PartsPane = ({ title }: { readonly title: string }) => {
  const t = useWords('design')
  const now = useNow()
  const [open, setOpen] = useState(false)
  return (
    <div className="lx-stack">
      <h2>{title}</h2>
      <TokensShown />
      <div className="lx-row">
        <ElderSwitch />
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <div className="lx-row">
        <Button kind="primary" size="main">
          {t('report')}
        </Button>
        <Button onClick={() => setOpen(true)}>{t('dialog')}</Button>
        <Button kind="quiet">{t('quiet')}</Button>
        <Button kind="danger">{t('danger')}</Button>
        <Button kind="primary" pending>
          {t('report')}
        </Button>
        <Button disabled>{t('disabled')}</Button>
      </div>
      <Dialog
        title={t('dialog')}
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <Button kind="primary" onClick={() => setOpen(false)}>
            {t('ok')}
          </Button>
        }
      >
        <p>{t('sentence')}</p>
      </Dialog>
      <div className="lx-row">
        {STATE_TONES.map((tone) => (
          <StateTag key={tone} tone={tone} />
        ))}
      </div>
      <Card>
        <div className="lx-row">
          <StateTag tone="dueSoon" name={t('stateName')} />
          <Chip icon={<MapPin aria-hidden="true" />}>{t('place')}</Chip>
          <Chip icon={<Camera aria-hidden="true" />}>2</Chip>
        </div>
        <h3>{t('matter')}</h3>
        <ClockBar startedAt={now - 40 * HOUR_MS} dueAt={now + 9 * HOUR_MS} />
        <ClockBar startedAt={now - 40 * HOUR_MS} dueAt={now - 2.4 * HOUR_MS} />
        <ClockBar startedAt={now - 10 * HOUR_MS} dueAt={now + 80 * HOUR_MS} provisional />
        <ClockBar startedAt={now - 40 * HOUR_MS} dueAt={now} stoppedAt={now - 9 * HOUR_MS} />
      </Card>
      <p>
        <Time at={now - 0.1 * HOUR_MS} /> · <Time at={now + 9 * HOUR_MS} as="point" /> ·{' '}
        <Time at={now + 80 * HOUR_MS} as="deadline" />
      </p>
      <AnswerList
        answers={[
          { question: t('since'), answer: t('sinceDays') },
          { question: t('pole'), answer: '3' },
        ]}
      />
      <EntryFolded summary={t('more')} open={false}>
        <p>{t('moreText')}</p>
      </EntryFolded>
      <Timeline
        label={t('timeline')}
        entries={[
          { key: 3, at: now - 0.1 * HOUR_MS, sentence: t('step3'), tone: 'open' },
          { key: 2, at: now - 5 * HOUR_MS, sentence: t('step2'), more: t('answer'), tone: 'waiting' },
          { key: 1, at: now - 29 * HOUR_MS, sentence: t('step1') },
        ]}
      />
      <FormShown />
      <Banner kind="success" title={t('sentence')} next={t('number')} />
      <Banner kind="info" title={t('info')} />
      <Banner kind="warn" title={t('offline')} safe={t('safe')} next={t('again')} />
      <Banner kind="error" title={t('failed')} safe={t('safe')} action={<Button>{t('retry')}</Button>} />
      <EmptyState title={t('emptyTitle')} action={<Button kind="primary">{t('report')}</Button>}>
        {t('emptyText')}
      </EmptyState>
      <Skeleton />
    </div>
  )
}
