import { Input } from 'antd'
import { ScanCode } from '../../../features/whistle/scan-code.tsx'
import { FieldFrame } from './field-frame.tsx'
import type { MoveFieldProps } from './move-field-props.ts'

const DIGITS = 6

/** Six digits that the other side shows. */
export const CodeField = ({ form }: MoveFieldProps) => (
  <>
    <FieldFrame field="arrivalCode" form={form} required>
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          autoComplete="off"
          maxLength={DIGITS}
          value={form.draft.arrivalCode ?? ''}
          onChange={(event) => form.change({ arrivalCode: event.target.value.replaceAll(/\D/g, '') })}
        />
      )}
    </FieldFrame>
    <ScanCode onRead={(arrivalCode) => form.change({ arrivalCode })} />
  </>
)
