import type { MoveView } from '@lianxin/contract/case/case-views'
import { Button, Dropdown } from 'antd'
import { ChevronDown } from 'lucide-react'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

interface MoreMovesProps {
  readonly moves: readonly MoveView[]
  readonly openMove: string | undefined
  readonly onChoose: (move: string) => void
}

/** What is not the usual next step, one press away and each with what it does. */
export const MoreMoves = ({ moves, openMove, onChoose }: MoreMovesProps) => {
  const t = useWords('desk')
  const say = useSay()
  const open = moves.some(({ move }) => move === openMove)
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        onClick: ({ key }) => onChoose(key),
        items: moves.map((view) => ({
          key: view.move,
          label: (
            <span className="more-move">
              <strong>{say.text(view.name)}</strong>
              <span className="desk-quiet">{say.text(view.effect)}</span>
            </span>
          ),
        })),
      }}
    >
      <Button className="action" aria-haspopup="menu" aria-expanded={open}>
        {t('actions.more')}
        <ChevronDown aria-hidden="true" className="desk-icon" />
      </Button>
    </Dropdown>
  )
}
