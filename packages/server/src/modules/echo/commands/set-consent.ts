import { type EchoConsent, type EchoStep, echoRoutes, isRefusal } from '@lianxin/contract'
import { command } from '../../../kernel/command.ts'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { ensure, Refused } from '../../../kernel/refused.ts'
import { uuidV7 } from '../../../kernel/uuid.ts'
import { lockCase } from '../../case/index.ts'
import { consentView } from '../queries/consent-of-mine.ts'
import { type Consent, consentOf, entryOfCase } from '../queries/load-entry.ts'
import { saveConsent } from '../store.ts'
import { decideTakeDown, saveTakeDown, type TakeDownState } from '../take-down.ts'

type State = TakeDownState & {
  readonly caseId: string
  readonly consent: Consent
  readonly consentId: string
  readonly consentEventId: string
}
type Event = NewEvent<EchoConsent> | NewEvent<EchoStep>

/** The requester agrees, or no longer: then the answer is off the wall in the same transaction. */
export const setConsent = command<typeof echoRoutes.setConsent, State, Event>({
  route: echoRoutes.setConsent,
  permit: 'echo.consent',
  async load(tx, permit) {
    if (tx.actor.kind !== 'requester') throw new Refused({ refusal: 'auth.required' })
    const { caseId } = tx.actor
    const { facts } = await lockCase(tx, permit, caseId, null)
    // What is read by its parties alone is never published, whoever of them agrees.
    ensure(facts.circle === null, { refusal: 'auth.denied' })
    const consent = await consentOf(tx, caseId)
    return {
      caseId,
      consent,
      consentId: consent.id ?? uuidV7(tx.now),
      consentEventId: uuidV7(tx.now),
      entry: await entryOfCase(tx, caseId),
      eventId: uuidV7(tx.now),
      wordsId: null,
    }
  },
  decide(state, { body: { agreed } }) {
    const { consent, caseId } = state
    if (consent.agreed === agreed) return []
    const said: NewEvent<EchoConsent> = {
      id: state.consentEventId,
      type: agreed ? 'echo.consentGiven' : 'echo.consentWithdrawn',
      stream: 'echo-consent',
      streamId: state.consentId,
      streamVersion: consent.version + 1,
      payload: { caseId, agreed },
    }
    const down = agreed ? [] : decideTakeDown(state, 'consent', null)
    return isRefusal(down) ? [said] : [said, ...down]
  },
  async save(tx, { caseId, consentId, entry }, events, { body: { agreed } }) {
    for (const event of events) {
      if (event.type === 'echo.takenDown' && entry)
        await saveTakeDown(tx, entry, event as NewEvent<EchoStep>, null)
      else await saveConsent(tx, { caseId, id: consentId, version: event.streamVersion, agreed })
    }
    return { caseId }
  },
  answer: (tx, { caseId }) => consentView(tx, String(caseId)),
})
