import { echoRoutes } from '@lianxin/contract/echo/echo-routes'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Megaphone } from 'lucide-react'
import { useRef } from 'react'
import { api, queryOf } from '../../data/api-client.ts'
import { uuidV7 } from '../../data/uuid-v7.ts'
import { useWords } from '../../messages/words.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import './echo.css'

/** Asked plainly, no by default, and taken back as easily as given: then it is off the wall at once. */
export const ConsentCard = () => {
  const t = useWords('echo')
  const client = useQueryClient()
  const query = useQuery(queryOf(echoRoutes.consent, {}))
  const command = useRef(uuidV7())
  const say = useMutation({
    mutationFn: (agreed: boolean) =>
      api(echoRoutes.setConsent, { body: { agreed }, commandId: command.current }),
    onSuccess: (view) => client.setQueryData(queryOf(echoRoutes.consent, {}).queryKey, view),
    onSettled: () => {
      command.current = uuidV7()
    },
  })
  const view = query.data
  if (!view?.asked) return null
  return (
    <Card ground="sunk" aria-labelledby="consent">
      <h2 id="consent" className="lx-echo-ask">
        <Megaphone aria-hidden="true" />
        {t('consent.heading')}
      </h2>
      <p role="status">{t(view.agreed ? 'consent.yes' : 'consent.no')}</p>
      <p className="lx-quiet">{t('consent.more')}</p>
      {view.entryId && (
        <p>
          <Link to="/echo/$id" params={{ id: view.entryId }}>
            {t('consent.see')}
          </Link>
        </p>
      )}
      {view.meToo > 0 && <p>{t('consent.meToo', { count: view.meToo })}</p>}
      <ProblemBanner problem={say.error} />
      <div>
        <Button pending={say.isPending} onClick={() => say.mutate(!view.agreed)}>
          {t(view.agreed ? (view.entryId ? 'consent.takeDown' : 'consent.refuse') : 'consent.agree')}
        </Button>
      </div>
    </Card>
  )
}
