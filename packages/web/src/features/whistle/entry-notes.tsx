import type { Holder } from '../../data/holder.ts'
import {
  dropEarlierEntry,
  dropEntry,
  type EarlierEntry,
  type KeptEntry,
  useKeptEntries,
  useLeftEntries,
} from '../../data/kept-entries.ts'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import './call-codes.css'

const KINDS = { waiting: 'info', done: 'success', over: 'info', refused: 'error' } as const

const EntryNote = ({ entry }: { readonly entry: KeptEntry }) => {
  const t = useWords('codes')
  const { number, arrivalCode, commandId, state, refusal, fault } = entry
  const code = `${arrivalCode.slice(0, 3)} ${arrivalCode.slice(3)}`
  const isRefused = state === 'refused'
  const nextOf = () => {
    if (isRefused) return t('entry.refused.next')
    if (state !== 'waiting' || !fault) return undefined
    return (
      <>
        {t('entry.waiting.fault')}
        <br />
        <small>{t('entry.waiting.detail', { fault })}</small>
      </>
    )
  }
  return (
    <Banner
      kind={KINDS[state]}
      title={t(`entry.${state}.title`, { number, code })}
      safe={isRefused ? refusal : t(`entry.${state}.safe`)}
      next={nextOf()}
      action={
        <Button kind="quiet" onClick={() => dropEntry(commandId)}>
          {t(state === 'waiting' ? 'entry.drop' : 'entry.seen')}
        </Button>
      }
    />
  )
}

const LeftNote = ({ entry }: { readonly entry: EarlierEntry }) => {
  const t = useWords('codes')
  const { number, arrivalCode, commandId } = entry
  const code = `${arrivalCode.slice(0, 3)} ${arrivalCode.slice(3)}`
  return (
    <Banner
      kind="warn"
      title={t('entry.left.title', { number, code })}
      safe={t('entry.left.safe')}
      next={t('entry.left.next')}
      action={
        <Button kind="quiet" onClick={() => dropEarlierEntry(commandId)}>
          {t('entry.seen')}
        </Button>
      }
    />
  )
}

interface EntryNotesProps {
  readonly who: Holder
  /** Of which matters; absent: of all. */
  readonly isShown?: (caseId: string) => boolean
}

/** What became of codes that were entered without a network. */
export const EntryNotes = ({ who, isShown = () => true }: EntryNotesProps) => {
  const entries = useKeptEntries(who).filter(({ caseId }) => isShown(caseId))
  const left = useLeftEntries().filter(({ caseId }) => isShown(caseId))
  if (entries.length + left.length === 0) return null
  return (
    <div className="entry-notes">
      {entries.map((entry) => (
        <EntryNote key={entry.commandId} entry={entry} />
      ))}
      {left.map((entry) => (
        <LeftNote key={entry.commandId} entry={entry} />
      ))}
    </div>
  )
}
