import type { CaseView } from '@lianxin/contract/case/case-views'
import { Eye, RotateCcw, Speech } from 'lucide-react'
import { kindToTell } from '../../../features/case/kind-names.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { useWords } from '../../../messages/words.ts'
import { AnswerList } from '../../../ui/answer-list.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ClockBar } from '../../../ui/clock-bar.tsx'
import { useNow } from '../../../ui/now.ts'
import { StateTag } from '../../../ui/state-tag.tsx'
import { stateToneOf } from '../../../ui/state-tone.ts'
import { Time } from '../../../ui/time.tsx'
import { verdictWords } from '../../../ui/verdict-words.ts'

/** The running clock of the state: the one whose due time is the matter's deadline. */
const runningSince = (kase: CaseView): number =>
  kase.clocks.find((clock) => clock.stoppedAt === null && clock.dueAt === kase.dueAt)?.startedAt ??
  kase.openedAt

export const CaseHead = ({ kase }: { readonly kase: CaseView }) => {
  const t = useWords('desk')
  const words = useWords('case')
  const say = useSay()
  const now = useNow()
  const kind = kindToTell(kase.kind)
  // Of what has ended, what it never had is no fact.
  const open = kase.closedAt === null
  return (
    <header className="case-head">
      <div className="case-head-top">
        <h1 id="case-number">{kase.number}</h1>
        <StateTag tone={stateToneOf(kase, now)} name={say.text(kase.stateName)} />
        {kind && <Chip icon={<Eye aria-hidden="true" />}>{say.text(kind)}</Chip>}
        {kase.reopenedCount > 0 && (
          <Chip icon={<RotateCcw aria-hidden="true" />}>
            {t('line.reopened', { times: kase.reopenedCount })}
          </Chip>
        )}
        {kase.echoWall && <Chip icon={<Speech aria-hidden="true" />}>{t('case.echoWall')}</Chip>}
      </div>
      <p className="case-words">{say.words(kase.words, kase.wordsEn)}</p>
      <AnswerList answers={say.answers(kase.answers)} />
      <dl className="case-facts">
        {(kase.owner || open) && (
          <div>
            <dt>{t('case.owner')}</dt>
            <dd>{kase.owner ? say.name(kase.owner) : t('case.nobody')}</dd>
          </div>
        )}
        {(kase.item || open) && (
          <div>
            <dt>{t('case.item')}</dt>
            <dd>{kase.item ? say.name(kase.item) : t('case.noItem')}</dd>
          </div>
        )}
        <div>
          <dt>{t('case.level')}</dt>
          <dd>{words('level', { level: kase.level })}</dd>
        </div>
        <div>
          <dt>{t('case.opened')}</dt>
          <dd>
            <Time at={kase.openedAt} as="point" />
          </dd>
        </div>
        {kase.verdict && (
          <div>
            <dt>{words('verdict.name')}</dt>
            <dd>{words('verdict.said', verdictWords(kase.verdict))}</dd>
          </div>
        )}
        {(kase.dueAt !== null || open) && (
          <div className="case-clock">
            <dt>{t('case.deadline')}</dt>
            <dd>
              {kase.dueAt === null ? (
                t('case.noDeadline')
              ) : (
                <ClockBar
                  startedAt={runningSince(kase)}
                  dueAt={kase.dueAt}
                  stoppedAt={kase.closedAt}
                  provisional={kase.provisional}
                />
              )}
            </dd>
          </div>
        )}
      </dl>
    </header>
  )
}
