import type { CaseView } from '@lianxin/contract/case/case-views'
import { isOver } from '@lianxin/contract/kinds/tone'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { holderOf } from '../../data/holder.ts'
import { useMe } from '../../data/me.ts'
import { useOwnVersion } from '../../features/case/own-version.ts'
import { orderMoves } from '../../features/case/primary-move.ts'
import { kindOf } from '../../features/case/use-case.ts'
import { useSay } from '../../features/case/use-say.ts'
import { EntryNotes } from '../../features/whistle/entry-notes.tsx'
import { useWords } from '../../messages/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { TakeFocus } from '../../ui/take-focus.tsx'
import { MoveForm } from './move-form.tsx'

/** The steps that are allowed now; the pressed one opens in place with exactly its inputs. */
export const Moves = ({ kase }: { readonly kase: CaseView }) => {
  const t = useWords('field')
  const say = useSay()
  const { move: pressed } = useSearch({ from: '/field/field/case/$id' })
  const [openMove, setOpenMove] = useState(pressed)
  const [done, setDone] = useState<string>()
  const section = useRef<HTMLElement>(null)
  const [left, setLeft] = useState<string>()
  // The form is gone and the steps are there again: the focus goes back to the one that was left.
  useEffect(() => {
    if (left) section.current?.querySelector<HTMLElement>(`[data-move="${left}"] button`)?.focus()
  }, [left])
  const [seen, setSeen] = useState(kase.version)
  const who = holderOf(useMe().data)
  const own = useOwnVersion(kase.id)
  // Between a step that was made here and the page that knows it, the old moves are not offered again.
  const isBehind = kase.version < own
  const moves = isBehind ? [] : orderMoves(kase.moves, kindOf(kase), kase.state)
  const open = moves.find(({ move }) => move === openMove)
  const usual = moves.filter((view) => !view.aside)
  const aside = moves.filter((view) => view.aside)
  const [more, setMore] = useState(false)
  const changed = kase.version > Math.max(seen, own)
  return (
    <section ref={section} className="lx-stack" aria-label={t('case.moves')}>
      {done && (
        <TakeFocus>
          <Banner kind="success" title={t('case.done', { move: done })} />
        </TakeFocus>
      )}
      {who && <EntryNotes who={who} isShown={(id) => id === kase.id} />}
      {changed && (
        <Banner
          kind="warn"
          title={t('case.changed')}
          safe={t('case.changedSafe')}
          action={<Button onClick={() => setSeen(kase.version)}>{t('case.changedSeen')}</Button>}
        />
      )}
      {open ? (
        <MoveForm
          key={open.move}
          kase={kase}
          move={open}
          onClose={() => {
            setOpenMove(undefined)
            setLeft(open.move)
          }}
          onDone={() => {
            setDone(say.text(open.name))
            setOpenMove(undefined)
          }}
        />
      ) : (
        [...usual, ...(more ? aside : [])].map((view, place) => (
          <div key={view.move} data-move={view.move} className="move-choice">
            <Button
              kind={place === 0 ? 'primary' : 'secondary'}
              size={place === 0 ? 'main' : 'normal'}
              wide
              onClick={() => {
                setDone(undefined)
                setLeft(undefined)
                setOpenMove(view.move)
              }}
            >
              {say.text(view.name)}
            </Button>
            <p className="lx-quiet lx-small">{say.text(view.effect)}</p>
          </div>
        ))
      )}
      {!open && !more && aside.length > 0 && (
        <Button kind="quiet" wide onClick={() => setMore(true)}>
          {t('case.moreMoves')}
        </Button>
      )}
      {moves.length === 0 && !isBehind && (
        <p className="lx-quiet">{t(isOver(kase.tone) ? 'case.closed' : 'case.noMoves')}</p>
      )}
    </section>
  )
}
