import type { CaseView } from '@lianxin/contract/case/case-views'
import { lazy, Suspense } from 'react'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import './call-codes.css'

// Drawn only where a code is shown: whoever never calls or comes does not load it.
const CodePicture = lazy(() => import('./code-picture.tsx'))

/** The codes that the reader shows to whoever comes: read aloud or held up, also where one telephone has no network. */
export const CallCodes = ({ kase }: { readonly kase: CaseView }) => {
  const t = useWords('whistle')
  const { locale } = usePreferences()
  if (kase.codes.length === 0) return null
  return (
    <section className="call-codes" aria-labelledby="call-codes">
      <h2 id="call-codes">{t('codes.heading')}</h2>
      <p>{t('codes.how')}</p>
      <dl>
        {kase.codes.map(({ assignmentId, arrivalCode, to }) => (
          <div key={assignmentId}>
            <dt>{t('codes.to', { unit: locale === 'en' ? to.nameEn : to.name })}</dt>
            <dd>
              {/* Three and three are read faster than six, and read out one by one. */}
              <span aria-hidden="true">
                {arrivalCode.slice(0, 3)} {arrivalCode.slice(3)}
              </span>
              <span className="lx-hidden">{[...arrivalCode].join(' ')}</span>
              <Suspense fallback={null}>
                <CodePicture digits={arrivalCode} />
              </Suspense>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
