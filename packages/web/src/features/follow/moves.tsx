import type { MoveView } from '@lianxin/contract/case/case-views'
import { useState } from 'react'
import { readDraft } from '../../data/drafts.ts'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import type { Movable } from './followed-case.ts'
import { GoneVerdict } from './gone-verdict.tsx'
import { JoinedAnswer } from './joined.tsx'
import { entryDraftId, type MoveEntry } from './move-entry.ts'
import { MoveForm } from './move-form.tsx'
import { Withdraw } from './withdraw.tsx'

/** Said once a step is done; “not solved” is answered differently from “solved”. */
const thanksFor = (move: MoveView, entry: MoveEntry): string =>
  isVerdict(move) ? (entry.solved === false ? 'judgeAgain' : 'judge') : move.move

const isVerdict = ({ needs }: MoveView) => needs.includes('solved')

const needsOnlyYes = ({ needs, may, aside }: MoveView) => needs.length + may.length === 0 && !aside

/** What the requester may do now. The verdict stands open; the others open at a press, or when words are waiting. */
export const Moves = ({ view }: { readonly view: Movable }) => {
  const t = useWords('follow')
  const [opened, setOpened] = useState<string | null>(
    () => view.moves.find(({ move }) => readDraft(entryDraftId(view.id, move)) !== null)?.move ?? null,
  )
  const [thanks, setThanks] = useState<string | null>(null)
  const done = (move: MoveView) => (entry: MoveEntry) => {
    setThanks(thanksFor(move, entry))
    setOpened(null)
  }
  const judge = view.moves.find(isVerdict)
  const [stood, setStood] = useState(judge)
  const [gone, setGone] = useState<MoveView | null>(null)
  const [refused, setRefused] = useState<unknown>(null)
  if (judge?.move !== stood?.move) {
    const isGiven = thanks?.startsWith('judge') === true
    setStood(judge)
    setGone(judge || !stood || isGiven ? null : stood)
    // Thanks for a verdict would stand over the question about the next answer.
    if (judge && isGiven) setThanks(null)
    if (judge) setRefused(null)
  }
  // Whoever is asked whether it is solved has it reopened by saying no.
  const others = view.moves.filter(
    (one) => one !== judge && one.move !== 'withdraw' && !(judge && one.move === 'reopen'),
  )
  const withdraw = view.moves.find(({ move }) => move === 'withdraw')
  // What all parties are asked for and needs no more than a yes is the next thing to do.
  const asked = (view.parties?.length ?? 0) > 0 ? others.find(needsOnlyYes) : undefined
  const open = others.find(({ move }) => move === opened)

  return (
    <section className="lx-stack" aria-label={t('move.heading')}>
      {thanks && <Banner kind="success" title={t(`move.done.${thanks}`)} />}
      {gone && <GoneVerdict view={view} move={gone} refused={refused} />}
      {judge && (
        <div className="lx-verdict">
          {view.joined && <JoinedAnswer joined={view.joined} />}
          <MoveForm view={view} move={judge} onDone={done(judge)} onRefused={setRefused} />
        </div>
      )}
      {open && (
        <div className="lx-move">
          <h2>{t(`move.${open.move}`)}</h2>
          <MoveForm
            key={open.move}
            view={view}
            move={open}
            onDone={done(open)}
            onCancel={() => setOpened(null)}
          />
        </div>
      )}
      <div className="lx-moves">
        {others
          .filter(({ move }) => move !== opened)
          .toSorted((a, b) => Number(b === asked) - Number(a === asked))
          .map(({ move }) => (
            <Button
              key={move}
              kind={move === asked?.move ? 'primary' : 'secondary'}
              onClick={() => {
                setThanks(null)
                setOpened(move)
              }}
            >
              {t(`move.${move}`)}
            </Button>
          ))}
        {withdraw && <Withdraw view={view} move={withdraw} onDone={done(withdraw)} />}
      </div>
    </section>
  )
}
