import type { KeptCodes } from '../../data/kept-codes.ts'
import { useWords } from '../../messages/words.ts'
import { useTimeWords } from '../../ui/time-words.ts'
import './call-codes.css'
import { CodeList } from './code-list.tsx'
import { EnterCode } from './enter-code.tsx'

/** Whistles that wait for somebody to come, as they were when there was a network: the codes to show, and where to enter theirs. */
export const KeptCalls = ({ kept }: { readonly kept: KeptCodes }) => {
  const t = useWords('codes')
  const time = useTimeWords(kept.at)
  return (
    <>
      <p>{t('how', { at: time.point(kept.at) })}</p>
      {kept.rows.map(({ caseId, number, codes }) => (
        <section key={caseId} className="kept-call" aria-label={number}>
          <h2>{number}</h2>
          <CodeList codes={codes} />
          <EnterCode who={kept} caseId={caseId} number={number} />
        </section>
      ))}
    </>
  )
}
