import type { FollowView } from '@lianxin/contract/case/follow-view'
import { useWords } from '../../messages/words.ts'
import { EmergencyCalls } from '../../ui/emergency-calls.tsx'
import { useNow } from '../../ui/now.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { useTimeWords } from '../../ui/time-words.ts'

/** What a requester may do while a matter waits, each said in a sentence where the kind permits it. */
const MEANWHILE = ['add', 'urge', 'withdraw'] as const

type Waiting = Pick<FollowView, 'waits' | 'owner' | 'dueAt' | 'moves'>

/** The matter is on hold: why, until when, who goes on with it, and what the reader can do meanwhile. */
export const Waits = ({ view }: { readonly view: Waiting }) => {
  const t = useWords('follow')
  const say = useTimeWords()
  const now = useNow()
  const { locale } = usePreferences()
  const { waits, owner, dueAt, moves } = view
  if (!waits) return null
  const named = (unit: NonNullable<FollowView['owner']>) => (locale === 'en' ? unit.nameEn : unit.name)
  const can = MEANWHILE.filter((name) => moves.some(({ move }) => move === name))
  return (
    <dl className="lx-waits">
      {(waits.why || waits.words) && (
        <div>
          <dt>{t('waits.why')}</dt>
          <dd>
            {waits.why && <strong>{locale === 'en' ? waits.why.en : waits.why.zh}</strong>}
            {waits.words && (
              <p>{waits.by ? t('waits.said', { unit: named(waits.by), words: waits.words }) : waits.words}</p>
            )}
          </dd>
        </div>
      )}
      {dueAt !== null && (
        <div>
          <dt>{t('waits.until')}</dt>
          <dd>
            <strong>{say.due(dueAt)}</strong>{' '}
            {dueAt > now && (
              <span className="lx-quiet lx-whole">{t('waits.still', { span: say.span(dueAt - now) })}</span>
            )}
          </dd>
        </div>
      )}
      {owner && (
        <div>
          <dt>{t('waits.then')}</dt>
          <dd>{t('waits.goesOn', { unit: named(owner) })}</dd>
        </div>
      )}
      {can.length > 0 && (
        <div>
          <dt>{t('waits.meanwhile')}</dt>
          {can.map((name) => (
            <dd key={name}>{t(`waits.can.${name}`)}</dd>
          ))}
        </div>
      )}
      {can.length > 0 && (
        <div>
          <dt>{t('waits.danger')}</dt>
          <dd>
            <EmergencyCalls />
          </dd>
        </div>
      )}
    </dl>
  )
}
