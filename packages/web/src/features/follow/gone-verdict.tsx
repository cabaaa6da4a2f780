import type { MoveView } from '@lianxin/contract/case/case-views'
import { readDraft } from '../../data/drafts.ts'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import type { Movable } from './followed-case.ts'
import { entryDraftId, type StoredEntry } from './move-entry.ts'

interface GoneVerdictProps {
  readonly view: Movable
  /** The verdict that was asked for. */
  readonly move: MoveView
  /** Why it was not taken, where it was sent; null: it was not. */
  readonly refused: unknown
}

/** The form of a verdict stood open and is gone before the verdict was given: why, and what is kept. */
export const GoneVerdict = ({ view: { id, joined }, move, refused }: GoneVerdictProps) => {
  const t = useWords('follow')
  // The first requester said that it is not solved: the answer that was asked about holds no more.
  if (joined && joined.answeredAt === null && joined.closedAt === null) {
    const { words = '' } = readDraft<StoredEntry>(entryDraftId(id, move.move))?.value ?? {}
    const kept = words.trim() === '' ? undefined : t('joined.wordsKept')
    return <Banner kind="info" title={t('joined.again')} safe={kept} />
  }
  return refused ? <ProblemBanner problem={refused} /> : null
}
