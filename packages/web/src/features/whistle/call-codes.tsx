import type { CaseView } from '@lianxin/contract/case/case-views'
import { useWords } from '../../messages/words.ts'
import { CodeList } from './code-list.tsx'

/** The codes that the reader shows to whoever comes: read aloud or held up, also where one telephone has no network. */
export const CallCodes = ({ kase }: { readonly kase: CaseView }) => {
  const t = useWords('whistle')
  if (kase.codes.length === 0) return null
  return (
    <section className="call-codes" aria-labelledby="call-codes">
      <h2 id="call-codes">{t('codes.heading')}</h2>
      <p>{t('codes.how')}</p>
      <CodeList codes={kase.codes} />
    </section>
  )
}
