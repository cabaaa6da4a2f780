import type { CaseView } from '@lianxin/contract/case/case-views'
import { Link } from '@tanstack/react-router'
import { useMe } from '../../../data/me.ts'
import { kindOf } from '../../../features/case/use-case.ts'
import { raisable } from '../../../features/case/use-raise.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { verdictWords } from '../../../ui/verdict-words.ts'

/** Matters that hang together with this one: what it hangs on, what hangs on it, what it was joined with or arose from. */
export const CaseLinks = ({ kase }: { readonly kase: CaseView }) => {
  const t = useWords('desk')
  const words = useWords('case')
  const say = useSay()
  const can = useMe().data?.can ?? []
  const mayRaise = raisable(can).length > 0
  const shown = kindOf(kase)?.states[kase.state]?.public === true
  if (kase.links.length === 0 && !mayRaise && !kase.admissionId && !shown) return null
  return (
    <section>
      <h2>{t('context.links')}</h2>
      <ul className="nearby">
        {kase.links.map(({ link, back, id, number, stateName, verdict }) => (
          <li key={`${link}-${String(back)}-${id}`}>
            <span className="desk-quiet">{t(`links.${link}${back ? 'Back' : ''}`)}</span>
            <Link to="/desk/case/$id" params={{ id }} search={true} preload={false}>
              {number}
            </Link>
            <span className="desk-quiet">{say.text(stateName)}</span>
            {verdict && <span className="desk-quiet">{words('verdict.joined', verdictWords(verdict))}</span>}
          </li>
        ))}
      </ul>
      {kase.admissionId && (
        <Link to="/desk/gate/$id" params={{ id: kase.admissionId }} preload={false}>
          {t('links.admission')}
        </Link>
      )}
      {shown && (
        <Link to="/deliberations/$id" params={{ id: kase.id }} preload={false}>
          {t('links.public')}
        </Link>
      )}
      {mayRaise && (
        <Link to="/desk/new" search={{ from: kase.id }} preload={false}>
          {t('links.new')}
        </Link>
      )}
    </section>
  )
}
