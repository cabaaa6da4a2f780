import type { CaseView, MoveView } from '@lianxin/contract/case/case-views'
import { isOver } from '@lianxin/contract/kinds/tone'
import { Button } from 'antd'
import { CircleCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useOwnVersion } from '../../../features/case/own-version.ts'
import { orderMoves } from '../../../features/case/primary-move.ts'
import { kindOf } from '../../../features/case/use-case.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { isTaken } from '../inbox/use-list-keys.ts'
import { GonePanel } from './gone-panel.tsx'
import { MoreMoves } from './more-moves.tsx'
import { MovePanel } from './move-panel.tsx'
import './move.css'

const NO_MOVES: readonly MoveView[] = []

/** The moves that are allowed now, each saying what it does to the clock; one opens below with exactly its inputs. */
export const ActionBar = ({ kase }: { readonly kase: CaseView }) => {
  const t = useWords('desk')
  const say = useSay()
  const [openMove, setOpenMove] = useState<string>()
  const [done, setDone] = useState<string>()
  // Between a step that was made here and the page that knows it, the old moves are not offered again.
  const isBehind = kase.version < useOwnVersion(kase.id)
  const moves = isBehind ? NO_MOVES : orderMoves(kase.moves, kindOf(kase), kase.state)
  const open = moves.find(({ move }) => move === openMove)
  const usual = moves.filter(({ aside }) => !aside)
  const aside = moves.filter((view) => view.aside)

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && openMove && !event.defaultPrevented) return setOpenMove(undefined)
      if (isTaken(event)) return
      const chosen = usual[Number(event.key) - 1]
      if (!chosen) return
      event.preventDefault()
      setOpenMove(chosen.move)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [usual, openMove])

  const toggle = (move: string) => {
    setDone(undefined)
    setOpenMove(move === openMove ? undefined : move)
  }
  return (
    <section className="actions" aria-label={t('actions.label')}>
      {moves.length > 0 ? (
        <div className="actions-bar">
          {usual.map((view, place) => (
            <Button
              key={view.move}
              type={place === 0 && !view.needs.includes('reason') ? 'primary' : 'default'}
              aria-expanded={view.move === openMove}
              title={say.text(view.effect)}
              onClick={() => toggle(view.move)}
              className="action"
            >
              {say.text(view.name)}
              <kbd>{place + 1}</kbd>
            </Button>
          ))}
          {aside.length > 0 && <MoreMoves moves={aside} openMove={openMove} onChoose={toggle} />}
          {!open && usual[0] && (
            <span className="actions-effect">
              {t('actions.effect', { move: say.text(usual[0].name), effect: say.text(usual[0].effect) })}
            </span>
          )}
        </div>
      ) : (
        <p className="actions-none">
          {t(isBehind ? 'inbox.loading' : isOver(kase.tone) ? 'actions.closed' : 'actions.none')}
        </p>
      )}
      <p role="status" className={done ? 'actions-done' : 'lx-hidden'}>
        {done && (
          <>
            <CircleCheck aria-hidden="true" className="desk-icon" />
            {t('actions.done', { move: done })}
          </>
        )}
      </p>
      {open && (
        <MovePanel
          key={open.move}
          kase={kase}
          move={open}
          onClose={() => setOpenMove(undefined)}
          onDone={() => {
            setDone(say.text(open.name))
            setOpenMove(undefined)
            document.getElementById('main')?.focus({ preventScroll: true })
          }}
        />
      )}
      {openMove && !open && <GonePanel kase={kase} move={openMove} onClose={() => setOpenMove(undefined)} />}
    </section>
  )
}
