import type { ReliabilityBin } from '@lianxin/contract/routing/routing-views'
import { useWords } from '../../../messages/words.ts'

const percent = (part: number | null) => (part === null ? '—' : `${Math.round(part * 100)}%`)

/** What was claimed beside what came true. The mark is what was claimed, the bar what came true, the thin line what chance may add or take. */
export const ReliabilityTable = ({ bins }: { readonly bins: readonly ReliabilityBin[] }) => {
  const t = useWords('routing')
  return (
    <table className="reliability">
      <caption>{t('reliability.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('reliability.claimed')}</th>
          <th scope="col">{t('reliability.count')}</th>
          <th scope="col">{t('reliability.mean')}</th>
          <th scope="col">{t('reliability.observed')}</th>
          <th scope="col">{t('reliability.interval')}</th>
          <td aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {bins.map((bin) => (
          <tr key={bin.from} data-empty={bin.count === 0 || undefined}>
            <th scope="row">
              {percent(bin.from)}–{percent(bin.to)}
            </th>
            <td>{bin.count}</td>
            <td>{percent(bin.predicted)}</td>
            <td>{percent(bin.observed)}</td>
            <td>{bin.low === null ? '—' : `${percent(bin.low)}–${percent(bin.high)}`}</td>
            <td aria-hidden="true">
              {bin.observed !== null && bin.predicted !== null && (
                <span className="reliability-bar">
                  <span className="reliability-observed" style={{ inlineSize: percent(bin.observed) }} />
                  <span
                    className="reliability-interval"
                    style={{
                      insetInlineStart: percent(bin.low),
                      insetInlineEnd: percent(1 - (bin.high ?? 1)),
                    }}
                  />
                  <span
                    className="reliability-claimed"
                    style={{ insetInlineStart: percent(bin.predicted) }}
                  />
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
