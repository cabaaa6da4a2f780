import { InputNumber } from 'antd'
import { useId } from 'react'
import { useWords } from '../../../messages/words.ts'
import { FieldFrame } from './field-frame.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

const HEADS = ['entitled', 'present', 'inFavour'] as const
const AREA = ['entitledAreaM2', 'presentAreaM2', 'inFavourAreaM2'] as const

/** The count of a vote: heads, and floor area where the law counts it. */
export const TallyField = ({ form, move }: MoveFieldProps) => {
  const t = useWords('case')
  const id = useId()
  const tally = form.draft.tally
  const number = (name: (typeof HEADS)[number] | (typeof AREA)[number]) => (
    <label key={name} htmlFor={`${id}-${name}`} className="tally-number">
      <span>{t(`tally.${name}`)}</span>
      <InputNumber
        id={`${id}-${name}`}
        min={0}
        value={tally?.[name] ?? null}
        onChange={(value) =>
          form.change({ tally: { ...tally, [name]: value ?? undefined } as NonNullable<typeof tally> })
        }
      />
    </label>
  )
  return (
    <FieldFrame field="tally" form={form} required={move.needs.includes('tally')} group>
      {() => (
        <div className="tally">
          <div>{HEADS.map(number)}</div>
          {move.byArea && <div>{AREA.map(number)}</div>}
        </div>
      )}
    </FieldFrame>
  )
}
