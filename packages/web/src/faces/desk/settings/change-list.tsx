import { ArrowRight } from 'lucide-react'
import type { Change } from '../../../data/changes-between.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'

/** What changes: before and after, what is new and what is gone, each said in words. */
export const ChangeList = ({ changes }: { readonly changes: readonly Change[] }) => {
  const t = useWords('setting')
  const say = useSay()
  return (
    <ul className="rule-changes">
      {changes.map(({ title, before, after }) => (
        <li key={`${title.zh} ${before?.zh} ${after?.zh}`}>
          {title.zh !== '' && <span className="rule-change-title">{say.text(title)}</span>}
          {!before && <span className="rule-change-mark">{t('change.added')}</span>}
          {!after && <span className="rule-change-mark">{t('change.removed')}</span>}
          {before && <del>{say.text(before)}</del>}
          {before && after && <ArrowRight aria-label={t('change.becomes')} />}
          {after && <ins>{say.text(after)}</ins>}
        </li>
      ))}
    </ul>
  )
}
