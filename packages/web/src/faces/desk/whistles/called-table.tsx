import type { CalledUnit, WhistleBoard } from '@lianxin/contract/whistle/whistle-board'
import { useSay } from '../../../features/case/use-say.ts'
import { RateCell } from '../../../features/rating/rate-cell.tsx'
import { useWords } from '../../../messages/words.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'

interface TableProps {
  readonly board: WhistleBoard
  /** Opens the rated calls of a unit. */
  readonly open: (unit: CalledUnit['unit']) => void
}

/** One line for each unit that was called, in the order of the register. */
export const CalledTable = ({ board, open }: TableProps) => {
  const t = useWords('whistle-desk')
  const say = useSay()
  const { units, blown, minimum, confidencePercent } = board
  if (units.length === 0) return <EmptyState title={t('board.empty')}>{t('board.emptyMore')}</EmptyState>
  return (
    <>
      <p className="desk-quiet">{t('board.blown', { blown })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard */}
      <section className="lx-evaluation-scroll" tabIndex={0} aria-label={t('board.table')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('board.unit')}</th>
              <th scope="col">{t('board.called')}</th>
              <th scope="col">{t('board.answered')}</th>
              <th scope="col">{t('board.arrived')}</th>
              <th scope="col">{t('board.absent')}</th>
              <th scope="col">{t('board.refused')}</th>
              <th scope="col">{t('board.upheld')}</th>
              <th scope="col">{t('board.rated')}</th>
              {units[0]?.aspects.map(({ aspect, name }) => (
                <th scope="col" key={aspect}>
                  {t('board.aspect', { aspect: say.text(name) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map(({ unit, called, answered, arrived, absent, refused, upheld, rated, aspects }) => (
              <tr key={unit.id}>
                <th scope="row">{say.name(unit)}</th>
                <td data-label={t('board.called')}>{called}</td>
                <td data-label={t('board.answered')}>
                  <RateCell rate={answered} />
                </td>
                <td data-label={t('board.arrived')}>
                  <RateCell rate={arrived} />
                </td>
                <td data-label={t('board.absent')}>{absent}</td>
                <td data-label={t('board.refused')}>{refused}</td>
                <td data-label={t('board.upheld')}>
                  <RateCell rate={upheld} />
                </td>
                <td data-label={t('board.rated')}>
                  {rated > 0 ? (
                    <button
                      type="button"
                      className="lx-number"
                      aria-label={t('board.open', { unit: say.name(unit), rated })}
                      onClick={() => open(unit)}
                    >
                      {rated}
                    </button>
                  ) : (
                    rated
                  )}
                </td>
                {aspects.map(({ aspect, name, rate }) => (
                  <td key={aspect} data-label={t('board.aspect', { aspect: say.text(name) })}>
                    <RateCell rate={rate} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="desk-quiet">{t('board.how', { minimum, percent: confidencePercent })}</p>
    </>
  )
}
