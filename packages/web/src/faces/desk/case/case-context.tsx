import type { CaseView } from '@lianxin/contract/case/case-views'
import { isRaised } from '../../../features/case/kind-names.ts'
import { CallCodes } from '../../../features/whistle/call-codes.tsx'
import { CallRatings } from '../../../features/whistle/call-ratings.tsx'
import { useWords } from '../../../messages/words.ts'
import { EchoPanel } from '../echo/echo-panel.tsx'
import { Assignments } from './assignments.tsx'
import { CaseLinks } from './case-links.tsx'
import { Nearby } from './nearby.tsx'
import { Parties } from './parties.tsx'
import { People } from './people.tsx'
import { Photos } from './photos.tsx'
import { Where } from './where.tsx'

/** Beside the matter: where, photos, who else is on it, the person behind the purpose gate, and what lies around. */
export const CaseContext = ({ kase }: { readonly kase: CaseView }) => {
  const t = useWords('desk')
  return (
    <aside className="case-context" aria-label={t('context.label')}>
      <CallCodes kase={kase} />
      <section>
        <h2>{t('context.where')}</h2>
        <Where kase={kase} />
      </section>
      {kase.fileIds.length > 0 && (
        <section>
          <h2>{t('context.photos', { count: kase.fileIds.length })}</h2>
          <Photos fileIds={kase.fileIds} />
        </section>
      )}
      {kase.requester && (
        <section>
          <h2>{t('context.people')}</h2>
          <People kase={kase} requester={kase.requester} />
        </section>
      )}
      {kase.parties.length > 0 && <Parties kase={kase} />}
      <section>
        <h2>{t('context.assignments')}</h2>
        <Assignments kase={kase} />
      </section>
      <CallRatings kase={kase} />
      <CaseLinks kase={kase} />
      {isRaised(kase.kind) && (
        <section>
          <h2>{t('context.echo')}</h2>
          <EchoPanel caseId={kase.id} />
        </section>
      )}
      <section>
        <h2>{t('context.nearby')}</h2>
        <Nearby caseId={kase.id} />
      </section>
    </aside>
  )
}
