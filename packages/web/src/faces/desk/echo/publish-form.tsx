import { echoDeskRoutes } from '@lianxin/contract/echo/echo-desk-routes'
import type { EchoDraft } from '@lianxin/contract/echo/echo-views'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Radio } from 'antd'
import { useRef, useState } from 'react'
import { api } from '../../../data/api-client.ts'
import { uuidV7 } from '../../../data/uuid-v7.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { beginWith, inputOf, isReady, type PublicText } from '../../../features/echo/publish-entry.ts'
import { placeOf } from '../../../features/echo/use-wall.ts'
import { useWords } from '../../../messages/words.ts'
import { Time } from '../../../ui/time.tsx'
import { Problem } from '../problem.tsx'
import { EchoPreview } from './echo-preview.tsx'
import { PictureDesk } from './picture-desk.tsx'
import { PublicTextField } from './public-text-field.tsx'

interface PublishFormProps {
  readonly draft: EchoDraft
  readonly reread: () => void
}

/** The original beside what becomes public of it; then a second look as everybody will see it; then publishing. */
export const PublishForm = ({ draft, reread }: PublishFormProps) => {
  const t = useWords('echo-desk')
  const say = useSay()
  const client = useQueryClient()
  const command = useRef(uuidV7())
  const [text, setText] = useState<PublicText>(() => beginWith(draft))
  const [looking, setLooking] = useState(false)
  const publish = useMutation({
    mutationFn: () =>
      api(echoDeskRoutes.publish, {
        params: { id: draft.caseId },
        body: inputOf(text, draft),
        commandId: command.current,
      }),
    onSuccess: () => {
      void client.invalidateQueries({
        predicate: ({ queryKey }) =>
          String(queryKey[0]).startsWith('echo.') && queryKey[0] !== echoDeskRoutes.draft.id,
      })
    },
    onError: () => {
      command.current = uuidV7()
    },
  })
  const change = (part: Partial<PublicText>) => setText((before) => ({ ...before, ...part }))

  const isFound = draft.verdict === 'found'
  if (publish.isSuccess)
    return (
      <div role="status" className="echo-done">
        <p>
          {t(
            draft.entry?.state === 'published'
              ? 'publish.corrected'
              : isFound
                ? 'publish.doneFound'
                : 'publish.done',
          )}
        </p>
        <p>
          <Link to="/echo/$id" params={{ id: publish.data.entryId }}>
            {t('publish.see')}
          </Link>
        </p>
        <Button onClick={reread}>{t('publish.again')}</Button>
      </div>
    )
  if (looking)
    return (
      <section aria-labelledby="echo-look" className="echo-look">
        <h2 id="echo-look">{t('publish.look')}</h2>
        <p className="desk-quiet">{t('publish.lookMore')}</p>
        <EchoPreview draft={draft} text={text} />
        {publish.error && <Problem error={publish.error} />}
        <div className="echo-buttons">
          <Button onClick={() => setLooking(false)}>{t('publish.edit')}</Button>
          <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate()}>
            {t(draft.entry?.state === 'published' ? 'publish.correct' : 'publish.do')}
          </Button>
        </div>
      </section>
    )
  return (
    <div className="echo-columns">
      <section aria-labelledby="echo-original" className="echo-original">
        <h2 id="echo-original">{t('original.heading')}</h2>
        <h3>{t(isFound ? 'original.found' : 'original.words')}</h3>
        <p className="echo-words">{draft.original.words}</p>
        {draft.original.answers.map((one) => (
          <div key={one.at}>
            <h3>
              {t('original.answer')} <Time at={one.at} still />
            </h3>
            <p className="echo-words">{one.words}</p>
          </div>
        ))}
      </section>
      <section aria-labelledby="echo-public">
        <h2 id="echo-public">{t('public.heading')}</h2>
        <p className="desk-quiet">{t('public.what')}</p>
        <PublicTextField field="raised" text={text} known={draft.known} onChange={setText} />
        <PublicTextField field="answer" text={text} known={draft.known} onChange={setText} />
        <fieldset className="echo-place">
          <legend>{t('public.place')}</legend>
          <Radio.Group
            value={text.placeShown}
            onChange={(event) =>
              change({ placeShown: event.target.value === 'compound' ? 'compound' : 'community' })
            }
            options={[
              { value: 'community', label: say.community(draft) },
              ...(draft.compoundName ? [{ value: 'compound', label: placeOf(draft, say.locale) }] : []),
            ]}
          />
          <p className="desk-quiet">{t('public.placeMore')}</p>
        </fieldset>
        <PictureDesk draft={draft} pictures={text.pictures} onChange={(pictures) => change({ pictures })} />
        <div className="echo-buttons">
          {!isReady(text, draft.known) && <p className="desk-quiet">{t('publish.notReady')}</p>}
          <Button type="primary" disabled={!isReady(text, draft.known)} onClick={() => setLooking(true)}>
            {t('publish.preview')}
          </Button>
        </div>
      </section>
    </div>
  )
}
