import { Button, Input } from 'antd'
import { Check, Eraser } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import {
  keepOnPurpose,
  openFindings,
  type PublicText,
  remove,
  type TextField,
} from '../../../features/echo/publish-entry.ts'
import { useWords } from '../../../messages/words.ts'

interface PublicTextFieldProps {
  readonly field: TextField
  readonly text: PublicText
  readonly known: readonly string[]
  readonly onChange: (text: PublicText) => void
}

const MOST = 2000

/** A text to be published, with what may single somebody out marked beneath it: each to be removed or kept on purpose. */
export const PublicTextField = ({ field, text, known, onChange }: PublicTextFieldProps) => {
  const t = useWords('echo-desk')
  const id = useId()
  const findings = openFindings(text, field, known)
  const value = text[field]
  const marked: ReactNode[] = []
  let from = 0
  for (const { start, end, kind } of findings) {
    marked.push(
      value.slice(from, start),
      <mark key={start} title={t(`finding.${kind}`)}>
        {value.slice(start, end)}
      </mark>,
    )
    from = end
  }
  marked.push(value.slice(from))
  return (
    <div className="echo-field">
      <label htmlFor={id}>{t(`public.${field}`)}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 3, maxRows: 14 }}
        maxLength={MOST}
        value={value}
        onChange={(event) => onChange({ ...text, [field]: event.target.value })}
      />
      {findings.length > 0 && (
        <div className="echo-findings">
          <p role="status">{t('finding.count', { count: findings.length })}</p>
          <p className="echo-marked" aria-hidden="true">
            {marked}
          </p>
          <ul aria-label={t('finding.label')}>
            {findings.map((finding) => (
              <li key={finding.start}>
                <span>
                  <strong>{finding.text}</strong>{' '}
                  <span className="desk-quiet">{t(`finding.${finding.kind}`)}</span>
                </span>
                <Button
                  size="small"
                  icon={<Eraser className="desk-icon" aria-hidden="true" />}
                  aria-label={t('finding.removeThis', { words: finding.text })}
                  onClick={() => onChange(remove(text, field, finding))}
                >
                  {t('finding.remove')}
                </Button>
                <Button
                  size="small"
                  icon={<Check className="desk-icon" aria-hidden="true" />}
                  aria-label={t('finding.keepThis', { words: finding.text })}
                  onClick={() => onChange(keepOnPurpose(text, finding))}
                >
                  {t('finding.keep')}
                </Button>
              </li>
            ))}
          </ul>
          <Button
            size="small"
            onClick={() => onChange(findings.reduce((rest, finding) => remove(rest, field, finding), text))}
          >
            {t('finding.removeAll')}
          </Button>
        </div>
      )}
    </div>
  )
}
