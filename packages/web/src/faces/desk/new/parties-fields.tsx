import { Button, Input } from 'antd'
import { Plus } from 'lucide-react'
import { type DraftParty, NO_PARTY } from '../../../features/case/use-raise.ts'
import { useWords } from '../../../messages/words.ts'

interface PartiesFieldsProps {
  readonly parties: readonly DraftParty[]
  /** Whoever raised the matter that this one arises from is one of them. */
  readonly along: boolean
  readonly atMost: number
  readonly missing: boolean
  readonly onChange: (parties: readonly DraftParty[]) => void
}

const MOST_NAME = 40
const MOST_PHONE = 20

/** Between whom it is: a name for each, and a number by which each can look by itself. */
export const PartiesFields = ({ parties, along, atMost, missing, onChange }: PartiesFieldsProps) => {
  const t = useWords('desk')
  const change = (index: number, more: Partial<DraftParty>) =>
    onChange(parties.map((party, at) => (at === index ? { ...party, ...more } : party)))
  return (
    <fieldset className="field">
      <legend>{t('new.parties')}</legend>
      <p className="desk-quiet">{t(along ? 'new.partiesAlong' : 'new.partiesMore')}</p>
      {parties.map((party, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added at the end.
        <div key={index} className="party-row">
          <div>
            <label htmlFor={`party-name-${index}`}>{t('new.partyName', { n: index + 1 })}</label>
            <Input
              id={`party-name-${index}`}
              value={party.name}
              maxLength={MOST_NAME}
              autoComplete="off"
              aria-invalid={missing && party.name.trim() === ''}
              onChange={(event) => change(index, { name: event.target.value })}
            />
          </div>
          <div>
            <label htmlFor={`party-phone-${index}`}>{t('new.partyPhone', { n: index + 1 })}</label>
            <Input
              id={`party-phone-${index}`}
              value={party.phone}
              maxLength={MOST_PHONE}
              inputMode="tel"
              autoComplete="off"
              onChange={(event) => change(index, { phone: event.target.value })}
            />
          </div>
        </div>
      ))}
      {missing && (
        <p role="alert" className="field-told" data-wrong>
          {t(along ? 'new.partyMissing' : 'new.partiesMissing')}
        </p>
      )}
      {parties.length + (along ? 1 : 0) < atMost && (
        <div>
          <Button
            icon={<Plus aria-hidden="true" className="desk-icon" />}
            onClick={() => onChange([...parties, NO_PARTY])}
          >
            {t('new.partyAdd')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
