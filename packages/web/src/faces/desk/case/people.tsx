import type { CaseView, RequesterView } from '@lianxin/contract/case/case-views'
import { PURPOSES, type Purpose } from '@lianxin/contract/purposes'
import { Button } from 'antd'
import { Eye, EyeOff, Phone } from 'lucide-react'
import { useState } from 'react'
import { useSay } from '../../../features/case/use-say.ts'
import { SHOWN_SECONDS, useRequester } from '../../../features/people/use-requester.ts'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'

interface PeopleProps {
  readonly kase: CaseView
  readonly requester: RequesterView
  /** One of those whom the matter is between. */
  readonly partyId?: string
}

/** The requester behind the purpose gate: masked; for a stated purpose shown for a minute, on the record. */
export const People = ({ kase, requester, partyId }: PeopleProps) => {
  const t = useWords('case')
  const say = useSay()
  const [choosing, setChoosing] = useState(false)
  const gate = useRequester(kase.id, partyId)
  const person = gate.person ?? requester
  const choose = (purpose: Purpose) => {
    setChoosing(false)
    gate.ask(purpose)
  }
  if (requester.name === null && requester.phone === null)
    return <p className="desk-quiet">{t('people.none')}</p>
  return (
    <div className="person">
      <p className="person-name" aria-live="polite">
        <strong>{person.name ?? t('people.noName')}</strong>
        {person.phone &&
          (gate.person ? (
            <a href={`tel:${person.phone}`}>
              <Phone aria-hidden="true" className="desk-icon" />
              {person.phone}
            </a>
          ) : (
            <span>{person.phone}</span>
          ))}
      </p>
      {person.wantsCall && <p className="desk-quiet">{t('people.wantsCall')}</p>}
      {gate.person ? (
        <Button size="small" onClick={gate.hide} icon={<EyeOff aria-hidden="true" className="desk-icon" />}>
          {t('people.hide', { seconds: gate.secondsLeft })}
        </Button>
      ) : (
        <Button
          size="small"
          loading={gate.asking}
          aria-expanded={choosing}
          icon={<Eye aria-hidden="true" className="desk-icon" />}
          onClick={() => setChoosing(!choosing)}
        >
          {t('people.show')}
        </Button>
      )}
      {choosing && (
        <fieldset className="purpose-list">
          <legend>{t('people.purpose')}</legend>
          {Object.entries(PURPOSES).map(([purpose, words]) => (
            <Button key={purpose} block onClick={() => choose(purpose as Purpose)}>
              {say.text(words)}
            </Button>
          ))}
        </fieldset>
      )}
      <p className="person-note">{t('people.note', { seconds: SHOWN_SECONDS })}</p>
      {gate.problem && <Problem error={gate.problem} />}
    </div>
  )
}
