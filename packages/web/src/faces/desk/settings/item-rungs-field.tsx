import type { FieldProblem } from '@lianxin/contract/errors'
import { type ItemLadders, withRungs } from '@lianxin/contract/setting/item-ladders'
import type { Climb } from '@lianxin/contract/setting/ladder'
import { fieldsOf, rowsOf, type Shape, shapeOf } from '../../../data/field-shape.ts'
import { RuleField } from './rule-fields.tsx'

interface ItemRungsFieldProps {
  readonly code: string
  /** The ladders of all items. */
  readonly value: unknown
  readonly change: (value: unknown) => void
  readonly problems: readonly FieldProblem[]
}

const MOST_RUNGS = 9

/** The rungs of one item, in the rule that holds those of all: the others stay as they are. */
export const ItemRungsField = ({ code, value, change, problems }: ItemRungsFieldProps) => {
  const [own, others] = splitBy(code, value)
  return (
    <RuleField
      shape={climbShape()}
      value={own}
      change={(next) => change(withRungs(value as ItemLadders, code, rowsOf(next) as readonly Climb[]))}
      path=""
      problems={problems.map((one) => {
        const [index, ...rest] = one.field.split('.')
        return { ...one, field: [Number(index) - others.length, ...rest].join('.') }
      })}
    />
  )
}

const splitBy = (code: string, value: unknown): readonly [own: ItemLadders, others: ItemLadders] => {
  const all = value as ItemLadders
  return [all.filter(({ item }) => item === code), all.filter(({ item }) => item !== code)]
}

/** The form of a rung without the item. */
function climbShape(): Shape {
  const { items = {} } = shapeOf('itemLadders')
  const properties = Object.fromEntries(fieldsOf(items).filter(([name]) => name !== 'item'))
  return { type: 'array', maxItems: MOST_RUNGS, items: { ...items, properties } }
}
