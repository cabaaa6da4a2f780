import type { CaseView } from '@lianxin/contract/case/case-views'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { People } from './people.tsx'

/** Between whom a matter is, what each has said so far, and who reads it: nobody else. */
export const Parties = ({ kase }: { readonly kase: CaseView }) => {
  const t = useWords('desk')
  const say = useSay()
  return (
    <section>
      <h2>{t('context.parties')}</h2>
      {kase.confidential && <p className="desk-quiet">{t('context.confidential')}</p>}
      {kase.namedName && <p>{t('context.named', { name: kase.namedName })}</p>}
      {kase.parties.map((party) => (
        <div key={party.id} className="party">
          <People kase={kase} requester={party} partyId={party.id} />
          <p className="desk-quiet">
            {party.noted.length > 0
              ? party.noted.map((one) => say.text(one)).join(' · ')
              : t('context.silent')}
          </p>
        </div>
      ))}
    </section>
  )
}
