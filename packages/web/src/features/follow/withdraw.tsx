import type { MoveView } from '@lianxin/contract/case/case-views'
import { useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { Movable } from './followed-case.ts'
import { LaterDialog } from './later-dialog.tsx'
import { type MoveEntry, wordsFieldOf } from './move-entry.ts'
import { useFollowMove } from './use-follow-move.ts'

interface WithdrawProps {
  readonly view: Movable
  readonly move: MoveView
  readonly onDone: (entry: MoveEntry) => void
}

/** Ends the matter for good, so it is asked twice. */
export const Withdraw = ({ view, move, onDone }: WithdrawProps) => {
  const t = useWords('follow')
  // Whoever leaves what is between several ends it for all of them.
  const of = (view.parties?.length ?? 0) > 0 ? 'leave' : 'withdraw'
  const [asking, setAsking] = useState(false)
  const { entry, change, send, pending, problem, problems } = useFollowMove(view, move, (sent) => {
    setAsking(false)
    onDone(sent)
  })
  const tooLong = problems.find((one) => one.field === 'words')
  const field = wordsFieldOf(move)
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t(`move.${of}`)}
      </Button>
      <LaterDialog
        title={t(`move.${of}Ask`)}
        open={asking}
        onClose={() => setAsking(false)}
        firm
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t(`move.${of}Keep`)}</Button>
            <Button kind="danger" pending={pending} onClick={send}>
              {t(`move.${of}Send`)}
            </Button>
          </>
        }
      >
        <p>{t(`move.${of}More`)}</p>
        {field && (
          <TextArea
            label={t(`move.${of}Reason`)}
            optional
            limit={field.most}
            rows={2}
            value={entry.words}
            onChange={(words) => change({ words })}
            error={tooLong && t(tooLong.key, tooLong.values)}
          />
        )}
        <ProblemBanner problem={problem} />
      </LaterDialog>
    </>
  )
}
