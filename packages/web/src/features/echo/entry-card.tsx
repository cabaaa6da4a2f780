import type { EchoEntry } from '@lianxin/contract/echo/echo-views'
import { MINUTE_MS } from '@lianxin/contract/rules/local-day'
import { Link } from '@tanstack/react-router'
import { BadgeCheck, Hourglass, MapPin, UsersRound } from 'lucide-react'
import { useWords } from '../../messages/words.ts'
import { Chip } from '../../ui/chip.tsx'
import { usePreferences } from '../../ui/preferences.ts'
import { useTimeWords } from '../../ui/time-words.ts'
import { EntryPictures } from './entry-pictures.tsx'
import { placeOf } from './use-wall.ts'

type ShownFacts = Pick<
  EchoEntry,
  | 'communityName'
  | 'communityNameEn'
  | 'compoundName'
  | 'compoundNameEn'
  | 'raisedAt'
  | 'answeredAt'
  | 'verdict'
  | 'satisfaction'
  | 'meToo'
>

/** What is true of every answer, in a line: place, item, how long it took, what the requester said. */
export const EntryFacts = ({ entry }: { readonly entry: ShownFacts }) => {
  const t = useWords('echo')
  const { locale } = usePreferences()
  const say = useTimeWords()
  const tookMs = entry.answeredAt - entry.raisedAt
  const verdict =
    entry.verdict === 'solved'
      ? t('entry.solved', { stars: entry.satisfaction ?? 0 })
      : t(`entry.${entry.verdict}`)
  return (
    <div className="lx-echo-facts">
      <Chip icon={<MapPin aria-hidden="true" />}>{placeOf(entry, locale)}</Chip>
      {/* What is settled on the spot is written down when it is done: how long it took, nobody knows. */}
      {tookMs >= MINUTE_MS && (
        <Chip icon={<Hourglass aria-hidden="true" />}>{t('entry.took', { span: say.span(tookMs) })}</Chip>
      )}
      <Chip icon={<BadgeCheck aria-hidden="true" />}>{verdict}</Chip>
      {entry.meToo > 0 && (
        <Chip icon={<UsersRound aria-hidden="true" />}>{t('meToo.count', { count: entry.meToo })}</Chip>
      )}
    </div>
  )
}

/** Who did it, and when. */
export const AnsweredBy = ({ entry }: { readonly entry: EchoEntry }) => {
  const t = useWords('echo')
  const { locale } = usePreferences()
  const say = useTimeWords()
  const { unit, verdict, answeredAt } = entry
  return t(verdict === 'found' ? 'entry.settled' : 'entry.answered', {
    unit: unit ? (locale === 'en' ? unit.nameEn : unit.name) : t('entry.noUnit'),
    at: say.point(answeredAt),
  })
}

/** One answer on the wall: what was raised, what was done, by whom. `level`: of its heading. */
export const EntryCard = ({ entry, level = 2 }: { readonly entry: EchoEntry; readonly level?: 2 | 3 }) => {
  const t = useWords('echo')
  const { locale } = usePreferences()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article className="lx-echo-card">
      <Heading>
        <Link to="/echo/$id" params={{ id: entry.id }}>
          {entry.item ? entry.item[locale === 'en' ? 'nameEn' : 'name'] : t('entry.noItem')}
        </Link>
      </Heading>
      <EntryPictures entry={entry} />
      <p className="lx-echo-raised">{entry.raised}</p>
      <div className="lx-echo-answer">
        <p className="lx-echo-who">
          <AnsweredBy entry={entry} />
        </p>
        <p>{entry.answer}</p>
      </div>
      <EntryFacts entry={entry} />
    </article>
  )
}
