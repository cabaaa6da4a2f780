import type { Raised } from '@lianxin/contract/case/case-commands'
import { caseRoutes } from '@lianxin/contract/case/case-routes'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Input, Radio } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { queryOf } from '../../../data/api-client.ts'
import { ownPlace, placeOr } from '../../../data/chosen-place.ts'
import { useMe } from '../../../data/me.ts'
import { type DraftParty, useRaise } from '../../../features/case/use-raise.ts'
import { useSay } from '../../../features/case/use-say.ts'
import { NearMatters } from '../../../features/near/near-matters.tsx'
import { useWords } from '../../../messages/words.ts'
import { Problem } from '../problem.tsx'
import { PartiesFields } from './parties-fields.tsx'
import { PlaceTask } from './place-task.tsx'
import { Receipts } from './receipts.tsx'
import '../move/move.css'
import './new-screen.css'

const PlacePicker = lazy(() =>
  import('../../../features/place-picker/place-picker.tsx').then(({ PlacePicker: picker }) => ({
    default: picker,
  })),
)

const CalledUnits = lazy(() =>
  import('../../../features/whistle/called-units.tsx').then((module) => ({ default: module.CalledUnits })),
)

const MOST_WORDS = 2000

/** Writing down a matter at a desk, or placing on communities what the gate let through. */
export const NewScreen = () => {
  const { from, admission } = useSearch({ from: '/desk/desk/new' })
  return admission ? <PlaceTask admissionId={admission} /> : <NewMatter from={from} />
}

/** Of which kind, what it is about, where, and what the kind asks at once. */
const NewMatter = ({ from }: { readonly from: string | undefined }) => {
  const t = useWords('desk')
  const say = useSay()
  const me = useMe().data
  const navigate = useNavigate()
  const own = ownPlace(me?.active?.placeCode ?? '')
  const origin = useQuery({
    ...queryOf(caseRoutes.view, { params: { id: from ?? '' } }),
    enabled: from !== undefined,
  })
  const asked = origin.data?.flags.map(({ flag }) => flag) ?? []
  const [handedOut, setHandedOut] = useState<{ raised: Raised; parties: readonly DraftParty[] } | null>(null)
  const form = useRaise(me?.can ?? [], { where: own, aroseFromId: from, asked }, (raised, parties) => {
    if (raised.receipts.length > 0) setHandedOut({ raised, parties })
    else void navigate({ to: '/desk/case/$id', params: { id: raised.caseId } })
  })
  const { draft, kind } = form
  if (handedOut) return <Receipts {...handedOut} />
  if (!kind)
    return (
      <main id="main" tabIndex={-1} className="new-matter">
        <h1>{t('new.heading')}</h1>
        <p>{t('new.none')}</p>
        <Link to="/desk">{t('new.back')}</Link>
      </main>
    )
  return (
    <main id="main" tabIndex={-1}>
      <form
        className="new-matter"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          form.send()
        }}
      >
        <h1>{t('new.heading')}</h1>
        <fieldset className="field">
          <legend>{t('new.kind')}</legend>
          <Radio.Group
            className="choice-rows"
            value={kind.kind}
            onChange={(event) => form.set({ kind: String(event.target.value), choices: {}, unitIds: [] })}
            options={form.kinds.map((one) => ({ value: one.kind, label: say.text(one.name) }))}
          />
        </fieldset>
        {form.asked.map((choice) => {
          const list = kind.choices?.[choice]
          return (
            list && (
              <fieldset key={choice} className="field">
                <legend>{say.text(list.name)}</legend>
                <Radio.Group
                  className="choice-rows"
                  value={draft.choices[choice] ?? null}
                  onChange={(event) =>
                    form.set({ choices: { ...draft.choices, [choice]: String(event.target.value) } })
                  }
                  options={Object.entries(list.options).map(([option, name]) => ({
                    value: option,
                    label: say.text(name),
                  }))}
                />
                {form.missing.choices.includes(choice) && (
                  <p role="alert" className="field-told" data-wrong>
                    {t('new.choose')}
                  </p>
                )}
              </fieldset>
            )
          )
        })}
        {form.calls && (
          <Suspense>
            <CalledUnits
              unitIds={draft.unitIds}
              missing={form.missing.units}
              placeCode={me?.active?.placeCode ?? ''}
              onChange={(unitIds) => form.set({ unitIds })}
            />
          </Suspense>
        )}
        <div className="field">
          <label htmlFor="new-words">{t('new.words')}</label>
          <Input.TextArea
            id="new-words"
            value={draft.words}
            maxLength={MOST_WORDS}
            autoSize={{ minRows: 3, maxRows: 12 }}
            aria-invalid={form.missing.words}
            onChange={(event) => form.set({ words: event.target.value })}
          />
          {form.missing.words && (
            <p role="alert" className="field-told" data-wrong>
              {t('new.wordsMissing')}
            </p>
          )}
        </div>
        {form.mayHang && (
          <div className="field">
            <Checkbox
              checked={draft.hangs}
              aria-describedby="new-hangs"
              onChange={(event) => form.set({ hangs: event.target.checked })}
            >
              {t('new.hangs')}
            </Checkbox>
            <p id="new-hangs" className="desk-quiet">
              {t('new.hangsMore')}
            </p>
          </div>
        )}
        {form.between && (
          <PartiesFields
            parties={draft.parties}
            along={form.along}
            atMost={form.between.atMost}
            missing={form.missing.parties}
            onChange={(parties) => form.set({ parties })}
          />
        )}
        <fieldset className="field">
          <legend>{t('new.where')}</legend>
          {Object.keys(own).length > 0 && <p className="desk-quiet">{t('new.whereOwn')}</p>}
          <Suspense>
            <PlacePicker value={draft.where} onChange={(where) => form.set({ where })} />
          </Suspense>
        </fieldset>
        <Suspense>
          <NearMatters where={placeOr(draft.where, own)} words={draft.words} to="/desk/case/$id" />
        </Suspense>
        {form.problem && <Problem error={form.problem} />}
        <div className="panel-buttons">
          <Link to="/desk">{t('new.back')}</Link>
          <Button type="primary" htmlType="submit" loading={form.pending}>
            {t('new.send')}
          </Button>
        </div>
      </form>
    </main>
  )
}
