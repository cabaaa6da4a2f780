import { DUTY_CLASS_NAMES, DUTY_CLASSES, type DutyList } from '@lianxin/contract/gate/duty-lists'
import { Link } from '@tanstack/react-router'
import { BadgeCheck, Ban, Handshake } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../messages/words.ts'
import { buttonDress } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Time } from '../../ui/time.tsx'
import './burden.css'
import { useDutyLists } from './use-burden.ts'

const ICONS = { do: BadgeCheck, assist: Handshake, notOurs: Ban } as const

/** Whose duty what is: public, so that a resident and a department can read the same as the community. */
export const DutiesScreen = () => {
  const t = useWords('burden')
  const { locale } = usePreferences()
  const lists = useDutyLists()
  const [chosen, setChosen] = useState('')
  const nameOf = ({ unit, unitKind }: DutyList) =>
    unit ? (locale === 'en' ? unit.nameEn : unit.name) : t(`duties.${unitKind}`)
  const shown = lists.data?.find(({ id }) => id === chosen) ?? lists.data?.[0]
  return (
    <div className="lx-page lx-burden">
      <div>
        <h1>{t('duties.heading')}</h1>
        <p className="lx-lead">{t('duties.lead')}</p>
      </div>
      {lists.isPending && <Skeleton count={3} />}
      {lists.isError && (
        <ProblemBanner problem={lists.error} onRetry={() => lists.refetch()} pending={lists.isFetching} />
      )}
      {lists.data?.length === 0 && <EmptyState title={t('duties.none')}>{t('duties.noneMore')}</EmptyState>}
      {shown && lists.data && (
        <>
          <Select
            label={t('duties.which')}
            value={shown.id}
            onChange={setChosen}
            options={lists.data.map((list) => ({ value: list.id, label: nameOf(list) }))}
          />
          <p>
            {t('duties.version', { version: shown.version })} <Time at={shown.effectiveAt} as="point" />
          </p>
          {DUTY_CLASSES.map((of) => (
            <Entries key={of} of={of} entries={shown.entries.filter((entry) => entry.class === of)} />
          ))}
        </>
      )}
      <nav aria-label={t('ways')}>
        <Link to="/burden" {...buttonDress('secondary', 'normal', true)}>
          {t('toBurden')}
        </Link>
      </nav>
    </div>
  )
}

interface EntriesProps {
  readonly of: DutyList['entries'][number]['class']
  readonly entries: DutyList['entries']
}

const Entries = ({ of, entries }: EntriesProps) => {
  const t = useWords('burden')
  const { locale } = usePreferences()
  const english = locale === 'en'
  const Icon = ICONS[of]
  return (
    <Card aria-labelledby={`duties-${of}`}>
      <h2 id={`duties-${of}`} className="lx-duties-class" data-class={of}>
        <Icon aria-hidden="true" />
        {english ? DUTY_CLASS_NAMES[of].en : DUTY_CLASS_NAMES[of].zh}
        <small>{t('duties.count', { count: entries.length })}</small>
      </h2>
      <p>{t(`duties.class.${of}`)}</p>
      <ul className="lx-duties">
        {entries.map((entry) => (
          <li key={entry.code}>
            <strong>{english ? entry.nameEn : entry.name}</strong>
            <span>
              {[english ? entry.basisEn : entry.basis, english ? entry.noteEn : entry.note]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
