import { Select } from 'antd'
import { useDutyEntries } from '../../../features/gate/use-duty-entries.ts'
import { FieldFrame } from './field-frame.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

/** The entry of a duty list in force that says whose this is. */
export const DutyField = ({ form }: MoveFieldProps) => {
  const { groups, isPending } = useDutyEntries()
  return (
    <FieldFrame field="dutyCode" form={form} required>
      {(control) => (
        <Select
          {...control}
          value={form.draft.dutyCode ?? null}
          onChange={(dutyCode: string | null) => form.change({ dutyCode: dutyCode ?? undefined })}
          showSearch={{ optionFilterProp: 'label' }}
          loading={isPending}
          options={groups.map(({ name, entries }) => ({
            label: name,
            title: name,
            options: entries.map(({ code, name: entry }) => ({ value: code, label: entry })),
          }))}
        />
      )}
    </FieldFrame>
  )
}
