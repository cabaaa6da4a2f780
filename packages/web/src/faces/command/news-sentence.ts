import { nameFor, sentenceFor } from '@lianxin/contract/kinds/kind-words'
import { KINDS } from '@lianxin/contract/kinds/kinds'
import type { LiveChange } from '@lianxin/contract/live/live-events'
import type { Words } from '../../messages/words.ts'
import type { Locale } from '../../ui/preferences.ts'

const kindOf = (kind: string | null) => KINDS.findLast((one) => one.kind === kind)

/** The requester's own steps, told with what comes of them. */
const OWN_WORDS = ['judge', 'reopen', 'add', 'withdraw', 'lapse'] as const

/** What a subdistrict and the head of a stationed unit write to each other. */
const ADVICE_WORDS: Readonly<Record<string, 'written' | 'answered' | 'overdue'>> = {
  'whistle.adviceWritten': 'written',
  'whistle.adviceAnswered': 'answered',
  'whistle.adviceOverdue': 'overdue',
}

/**
 * What happened, as a sentence for whoever coordinates. The steps of units have theirs in the kind, so that a new kind is
 * told without a word here.
 */
export const sentenceOf = (
  change: LiveChange,
  unitName: (id: string | null) => string | undefined,
  t: Words,
  locale: Locale,
): string => {
  const language = locale === 'en' ? 'en' : 'zh'
  const owner = unitName(change.ownerUnitId) ?? t('news.someUnit')
  const kind = kindOf(change.kind)
  const move = change.move === null ? undefined : kind?.moves[change.move]
  const state = change.state === null ? undefined : kind?.states[change.state]
  if (change.type === 'clock.fired') return t('news.clockFired', { owner })
  if (change.type === 'clock.rungReached') return t('news.rungReached', { owner })
  if (change.type === 'echo.meTooSaid') return t('news.meTooSaid')
  if (change.type === 'echo.meTooLeft') return t('news.meTooLeft')
  const unit = unitName(change.unitId) ?? t('news.someUnit')
  if (change.type === 'unit.missing') return t('news.unitMissing', { unit })
  if (change.type === 'unit.back') return t('news.unitBack', { unit })
  const advice = ADVICE_WORDS[change.type]
  if (advice) return t(`news.advice.${advice}`, { unit })
  // What happened is told in codes of who did it and who has it: whom else it was about stands in the matter.
  const fill = (sentence: string) =>
    sentence.replaceAll('{unit}', unit).replaceAll('{owner}', owner).replaceAll('{about}', t('news.someUnit'))
  if (change.type === 'case.reported' && kind) return fill(kind.report.sentence[language])
  // A verdict is a verdict, whether on the own matter or on the one that it was joined with.
  const own = change.move === 'judgeJoined' ? 'judge' : OWN_WORDS.find((word) => word === change.move)
  if (own === 'judge' && state?.reopens) return t('news.own.judgeReopens', { owner })
  if (own) return t(`news.own.${own}`, { owner })
  if (move) return fill(sentenceFor(move, 'staff')[language])
  return state ? t('news.state', { state: nameFor(state, 'staff')[language] }) : t('news.something')
}

/** What must be seen from afar: what ran over and what came back. */
export const toneOf = ({ type, kind, state }: LiveChange): 'overdue' | 'due-soon' | 'closed' | 'open' => {
  if (type === 'clock.fired' || type === 'whistle.adviceOverdue') return 'overdue'
  if (type === 'clock.rungReached' || type === 'unit.missing') return 'due-soon'
  const target = state === null ? undefined : kindOf(kind)?.states[state]
  if (target?.reopens) return 'due-soon'
  return target?.tone === 'closed' ? 'closed' : 'open'
}
