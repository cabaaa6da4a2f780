import type { FieldProblem } from '@lianxin/contract/errors'
import type { Limit } from '@lianxin/contract/setting/setting'
import { Button, Checkbox, Input, InputNumber, Select, Switch } from 'antd'
import { Plus, Trash2 } from 'lucide-react'
import { useId } from 'react'
import {
  blankOf,
  choicesOf,
  type Fields,
  fieldOf,
  fieldsOf,
  rowsOf,
  type Shape,
  titleOf,
  unitOf,
} from '../../../data/field-shape.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { LimitControls } from './limit-controls.tsx'

interface FieldProps {
  readonly shape: Shape
  readonly value: unknown
  readonly change: (value: unknown) => void
  /** Where it stands in the rule, in dots, as the server names what is wrong. */
  readonly path: string
  readonly problems: readonly FieldProblem[]
}
type Control = FieldProps & { readonly label: string; readonly describedBy: string | undefined }

/** Any part of a rule, to be edited: its schema says how. */
export const RuleField = (props: FieldProps) => {
  const { shape, path, problems } = props
  const say = useSay()
  const id = useId()
  const label = say.text(titleOf(shape))
  const own = problems.filter(({ field }) => field === (path || 'body'))
  const wrong = own.length > 0 && (
    <p id={`${id}-wrong`} className="rule-wrong" role="alert">
      {own.map((one) => say.text(one)).join(' ')}
    </p>
  )
  if (isLimit(shape)) return <LimitField {...props} label={label} />
  if (shape.properties || shape.items?.properties)
    return (
      <div className="rule-part">
        {shape.properties ? <Group {...props} label={label} /> : <Rows {...props} label={label} />}
        {wrong}
      </div>
    )
  return (
    <div className="rule-field" data-wide={shape['x-input'] === 'words' || undefined}>
      {label && <span className="rule-label">{label}</span>}
      <Single {...props} label={label} describedBy={wrong ? `${id}-wrong` : undefined} />
      {wrong}
    </div>
  )
}

const at = (path: string, name: string | number) => (path ? `${path}.${name}` : String(name))

const isLimit = ({ properties }: Shape): boolean =>
  properties !== undefined && 'amount' in properties && 'kind' in properties

/** A limit stands in one line. */
const LimitField = ({ value, change, path, problems, label }: FieldProps & { readonly label: string }) => {
  const say = useSay()
  const own = problems.filter(({ field }) => field === path || field.startsWith(`${path}.`))
  return (
    <div className="step-field rule-limit">
      <LimitControls name={label} limit={value as Limit} change={change} isWrong={own.length > 0} />
      {own.map((one) => (
        <p key={one.field} className="rule-wrong" role="alert">
          {say.text(one)}
        </p>
      ))}
    </div>
  )
}

/** Fields that belong together. */
const Group = ({ shape, value, change, path, problems, label }: FieldProps & { readonly label: string }) => (
  <fieldset className="rule-group">
    {label && <legend>{label}</legend>}
    {fieldsOf(shape).map(([name, field]) => (
      <RuleField
        key={name}
        shape={field}
        value={fieldOf(value, name)}
        change={(next) => change({ ...(value as Fields), [name]: next })}
        path={at(path, name)}
        problems={problems}
      />
    ))}
  </fieldset>
)

/** Rows that are added and taken away. */
const Rows = ({ shape, value, change, path, problems, label }: FieldProps & { readonly label: string }) => {
  const t = useWords('setting')
  const rows = rowsOf(value)
  const row = shape.items ?? {}
  return (
    <>
      {label && <span className="rule-label">{label}</span>}
      <ol className="rule-rows" aria-label={label || undefined}>
        {rows.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place: the server names it so
          <li key={index}>
            <span className="rule-row-number">{index + 1}</span>
            <RuleField
              shape={row}
              value={one}
              change={(next) => change(rows.with(index, next))}
              path={at(path, index)}
              problems={problems}
            />
            <Button
              aria-label={t('removeRow', { row: index + 1 })}
              icon={<Trash2 className="desk-icon" aria-hidden="true" />}
              onClick={() => change(rows.toSpliced(index, 1))}
            />
          </li>
        ))}
        <li>
          <Button
            icon={<Plus className="desk-icon" aria-hidden="true" />}
            disabled={rows.length >= (shape.maxItems ?? Number.POSITIVE_INFINITY)}
            onClick={() => change([...rows, blankOf(row)])}
          >
            {t('addRow')}
          </Button>
        </li>
      </ol>
    </>
  )
}

/** More choices than a glance takes in are searched. */
const MANY = 12

/** One value: a switch, a choice, several choices, a number, a time. */
const Single = ({ shape, value, change, label, describedBy }: Control) => {
  const say = useSay()
  const named = { 'aria-label': label, ...(describedBy ? { 'aria-describedby': describedBy } : {}) }
  const status = describedBy ? { status: 'error' as const } : {}
  const options = (of: Shape) => choicesOf(of).map(([word, name]) => ({ value: word, label: say.text(name) }))
  if (shape.type === 'boolean') return <Switch {...named} checked={value === true} onChange={change} />
  if (shape.enum)
    return (
      <Select
        {...named}
        {...status}
        value={String(value)}
        options={options(shape)}
        onChange={change}
        popupMatchSelectWidth={false}
        {...(shape.enum.length > MANY ? { showSearch: { optionFilterProp: 'label' } } : {})}
      />
    )
  if (shape.type === 'array' && shape.items?.enum)
    return (
      <Checkbox.Group
        {...named}
        value={rowsOf(value).map(String)}
        options={options(shape.items)}
        // In the order of the list, so that the same days are the same value.
        onChange={(chosen) => change((shape.items?.enum ?? []).filter((word) => chosen.includes(word)))}
      />
    )
  if (shape.type === 'array')
    return (
      <Select
        {...named}
        {...status}
        mode="tags"
        open={false}
        suffixIcon={null}
        tokenSeparators={[' ', ',', '，', '、']}
        value={rowsOf(value).map(String)}
        onChange={change}
      />
    )
  if (shape['x-input'] === 'words')
    return (
      <Input.TextArea
        {...named}
        {...status}
        autoSize={{ minRows: 1, maxRows: 4 }}
        value={String(value ?? '')}
        onChange={({ target }) => change(target.value)}
      />
    )
  if (shape.type === 'string' || shape.anyOf)
    return (
      <Input
        {...named}
        {...status}
        type={shape['x-input'] ?? 'text'}
        value={String(value ?? '')}
        onChange={({ target }) => change(shape.anyOf && target.value === '' ? null : target.value)}
      />
    )
  return (
    <InputNumber
      {...named}
      {...status}
      value={value as number}
      step={shape.multipleOf ?? 1}
      suffix={say.text(unitOf(shape, value)).trim() || null}
      onChange={(next) => change(next)}
    />
  )
}
