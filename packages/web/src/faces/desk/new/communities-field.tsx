import type { RecipientView } from '@lianxin/contract/gate/gate-views'
import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

interface CommunitiesFieldProps {
  /** Communities that could get it. */
  readonly open: readonly RecipientView[]
  /** Codes of those that are left out. */
  readonly left: readonly string[]
  readonly leave: (codes: readonly string[]) => void
  readonly children: ReactNode
}

/** Which communities get the task: all that took it on, less those that are left out. */
export const CommunitiesField = ({ open, left, leave, children }: CommunitiesFieldProps) => {
  const t = useWords('desk')
  const say = useSay()
  const all = open.map(({ communityCode }) => communityCode)
  const chosen = all.filter((code) => !left.includes(code))
  return (
    <fieldset className="field">
      <legend>{t('place.communities', { chosen: chosen.length, all: all.length })}</legend>
      {all.length > 1 && (
        <div className="place-all">
          <Button size="small" disabled={chosen.length === all.length} onClick={() => leave([])}>
            {t('place.all')}
          </Button>
          <Button size="small" disabled={chosen.length === 0} onClick={() => leave(all)}>
            {t('place.none')}
          </Button>
        </div>
      )}
      <Checkbox.Group
        className="place-communities"
        value={chosen}
        options={open.map((one) => ({ value: one.communityCode, label: say.name(one.unit) }))}
        onChange={(codes) => leave(all.filter((code) => !codes.includes(code)))}
      />
      {children}
    </fieldset>
  )
}
