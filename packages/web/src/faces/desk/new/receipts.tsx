import type { Raised } from '@lianxin/contract/case/case-commands'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Printer } from 'lucide-react'
import type { DraftParty } from '../../../features/case/use-raise.ts'
import { useWords } from '../../../messages/words.ts'

interface ReceiptsProps {
  readonly raised: Raised
  /** Names as they were typed, in the order of the receipts. */
  readonly parties: readonly DraftParty[]
}

/** What is handed to each party, shown this once: with it each looks at the matter and answers for itself alone. */
export const Receipts = ({ raised, parties }: ReceiptsProps) => {
  const t = useWords('desk')
  return (
    <main id="main" tabIndex={-1} className="new-matter">
      <h1>{t('new.receipts', { number: raised.number })}</h1>
      <p>{t('new.receiptsMore')}</p>
      <dl className="receipts">
        {raised.receipts.map(({ followCode }, index) => (
          <div key={followCode}>
            <dt>{parties[index]?.name ?? ''}</dt>
            <dd>{t('new.receipt', { number: raised.number, code: followCode })}</dd>
          </div>
        ))}
      </dl>
      <div className="panel-buttons">
        <Button icon={<Printer aria-hidden="true" className="desk-icon" />} onClick={() => window.print()}>
          {t('new.print')}
        </Button>
        <Link to="/desk/case/$id" params={{ id: raised.caseId }}>
          {t('new.toCase')}
        </Link>
      </div>
    </main>
  )
}
