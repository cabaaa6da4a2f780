import type { ArrivalCodeView } from '@lianxin/contract/case/call-views'
import { type ComponentType, lazy, Suspense } from 'react'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import './call-codes.css'

// Drawn only where a code is shown: whoever never calls or comes does not load it. Where it cannot be had, the digits do.
const CodePicture = lazy<ComponentType<{ readonly digits: string }>>(() =>
  import('./code-picture.tsx').catch(() => ({ default: NoPicture })),
)

const NoPicture = () => null

/** Codes to be shown, each with the unit that it is shown to: read aloud or held up. */
export const CodeList = ({ codes }: { readonly codes: readonly ArrivalCodeView[] }) => {
  const t = useWords('whistle')
  const { locale } = usePreferences()
  return (
    <dl className="code-list">
      {codes.map(({ assignmentId, arrivalCode, to }) => (
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
  )
}
