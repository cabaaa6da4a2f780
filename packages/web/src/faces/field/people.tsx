import type { CaseView, RequesterView } from '@lianxin/contract/case/case-views'
import { PURPOSES, type Purpose } from '@lianxin/contract/purposes'
import { Eye, EyeOff, Phone } from 'lucide-react'
import { useState } from 'react'
import { useSay } from '../../features/case/use-say.ts'
import { SHOWN_SECONDS, useRequester } from '../../features/people/use-requester.ts'
import { useWords } from '../../messages/words.ts'
import { Button, buttonDress } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'

interface PeopleProps {
  readonly kase: CaseView
  readonly requester: RequesterView
}

/** The requester behind the purpose gate; a shown number can be called with one press. */
export const People = ({ kase, requester }: PeopleProps) => {
  const t = useWords('case')
  const field = useWords('field')
  const say = useSay()
  const [choosing, setChoosing] = useState(false)
  const gate = useRequester(kase.id)
  const person = gate.person ?? requester
  const unknown = requester.name === null && requester.phone === null
  return (
    <Card aria-labelledby="case-people">
      <h2 id="case-people">{field('case.people')}</h2>
      {unknown ? (
        <p className="lx-quiet">{t('people.none')}</p>
      ) : (
        <>
          <p aria-live="polite">
            <strong>{person.name ?? t('people.noName')}</strong>
            {person.phone && !gate.person && ` · ${person.phone}`}
          </p>
          {person.wantsCall && <p>{t('people.wantsCall')}</p>}
          {gate.person?.phone && (
            <a href={`tel:${gate.person.phone}`} {...buttonDress('primary', 'main', true)}>
              <Phone aria-hidden="true" />
              {gate.person.phone}
            </a>
          )}
          {gate.person ? (
            <Button kind="quiet" icon={<EyeOff aria-hidden="true" />} onClick={gate.hide}>
              {t('people.hide', { seconds: gate.secondsLeft })}
            </Button>
          ) : choosing ? (
            <fieldset className="purpose-choice">
              <legend>{t('people.purpose')}</legend>
              {Object.entries(PURPOSES).map(([purpose, words]) => (
                <Button
                  key={purpose}
                  wide
                  onClick={() => {
                    setChoosing(false)
                    gate.ask(purpose as Purpose)
                  }}
                >
                  {say.text(words)}
                </Button>
              ))}
            </fieldset>
          ) : (
            <Button icon={<Eye aria-hidden="true" />} pending={gate.asking} onClick={() => setChoosing(true)}>
              {t('people.show')}
            </Button>
          )}
          <p className="lx-quiet lx-small">{t('people.note', { seconds: SHOWN_SECONDS })}</p>
          <ProblemBanner problem={gate.problem} />
        </>
      )}
    </Card>
  )
}
