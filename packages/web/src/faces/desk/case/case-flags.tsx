import type { CaseView } from '@lianxin/contract/case/case-views'
import { CircleHelp, Tag } from 'lucide-react'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Time } from '../../../ui/time.tsx'
import { useTimeWords } from '../../../ui/time-words.ts'
import './case-flags.css'

/** What somebody is asked to decide about the matter, and by when; then what is noted of it. */
export const CaseFlags = ({ kase }: { readonly kase: CaseView }) => {
  const t = useWords('desk')
  const say = useSay()
  const times = useTimeWords()
  const asked = kase.flags.filter(({ owner }) => owner !== null)
  const noted = kase.flags.filter(({ owner }) => owner === null)
  const counts = Object.entries(kase.counts).filter(([, count]) => count > 0)
  if (asked.length + noted.length + kase.choices.length + counts.length === 0) return null
  return (
    <section className="case-flags" aria-label={t('flags.label')}>
      {asked.map(({ flag, name, unit, until, owner, dueAt, raisedAt }) => (
        <p key={`${flag}-${raisedAt}`} className="case-asked">
          <CircleHelp aria-hidden="true" className="desk-icon" />
          <span>
            <strong>
              {unit ? t('flags.asked', { flag: say.text(name), unit: say.name(unit) }) : say.text(name)}
            </strong>{' '}
            {until !== null && <>{t('flags.until', { date: times.deadline(until) })} </>}
            {owner && t('flags.decides', { owner: say.name(owner) })}
            {dueAt !== null && (
              <>
                {' '}
                <Time at={dueAt} as="point" />
              </>
            )}
          </span>
        </p>
      ))}
      {(noted.length > 0 || kase.choices.length > 0 || counts.length > 0) && (
        <div className="case-noted">
          {kase.choices.map(({ choice, name, option }) => (
            <Chip key={choice} icon={<Tag aria-hidden="true" />}>
              {t('flags.choice', { name: say.text(name), option: say.text(option) })}
            </Chip>
          ))}
          {noted.map(({ flag, name, unit, raisedAt }) => (
            <Chip key={`${flag}-${raisedAt}`} icon={<Tag aria-hidden="true" />}>
              {unit ? t('flags.notedBy', { flag: say.text(name), unit: say.name(unit) }) : say.text(name)}
            </Chip>
          ))}
          {counts.map(([count, times_]) => (
            <Chip key={count} icon={<Tag aria-hidden="true" />}>
              {t(`count.${count}`, { times: times_ })}
            </Chip>
          ))}
        </div>
      )}
    </section>
  )
}
