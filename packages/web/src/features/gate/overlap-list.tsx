import type { GateField } from '@lianxin/contract/gate/gate-draft'
import { gateRoutes } from '@lianxin/contract/gate/gate-routes'
import type { FieldOverlapView, GateEstimate } from '@lianxin/contract/gate/gate-views'
import type { Bilingual } from '@lianxin/contract/schema'
import { CircleHelp, Database, FileStack } from 'lucide-react'
import { urlOf } from '../../data/api-client.ts'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import './gate.css'

interface OverlapListProps {
  readonly fields: readonly GateField[]
  readonly estimate: GateEstimate
  /** Whether the extract may be downloaded: only by whoever asks. */
  readonly extract: boolean
}

const ICONS = { held: Database, asked: FileStack, unknown: CircleHelp } as const

/** Which fields of a form are held already, where, and what of it can be had at once: “12 项中 9 项已有”. */
export const OverlapList = ({ fields, estimate, extract }: OverlapListProps) => {
  const t = useWords('gate')
  const { locale } = usePreferences()
  const say = ({ zh, en }: Bilingual) => (locale === 'en' ? en : zh)
  const of = (key: string) => estimate.fields.find((one) => one.key === key)
  const handed = estimate.fields.flatMap(({ status, element }) =>
    status === 'held' && element && (element.personal === 'none' || element.personal === 'count')
      ? [element.code]
      : [],
  )
  const why = ({ status, reason, element, forms }: FieldOverlapView): string => {
    const name = element ? say(element.name) : ''
    const where = element?.where ? say(element.where) : ''
    if (status === 'held') return t('overlap.held', { name, where, reason: reason ?? 'name' })
    const [form] = forms
    return form
      ? t('overlap.asked', { title: form.title, unit: locale === 'en' ? form.unitNameEn : form.unitName })
      : t('overlap.unknown')
  }
  return (
    <section className="gate-overlap" aria-labelledby="gate-overlap">
      <h3 id="gate-overlap" data-tone={estimate.asked > 0 ? 'dueSoon' : 'open'}>
        {t('overlap.sum', { known: estimate.asked, all: estimate.fields.length })}
      </h3>
      <ul>
        {fields.flatMap((field) => {
          const overlap = of(field.key)
          if (!overlap) return []
          const Icon = ICONS[overlap.status]
          return [
            <li key={field.key} data-status={overlap.status}>
              <Icon aria-hidden="true" />
              <strong>{field.label}</strong>
              <span>{why(overlap)}</span>
            </li>,
          ]
        })}
      </ul>
      {extract && handed.length > 0 && (
        <p>
          <a
            href={urlOf(gateRoutes.extractFile, { query: { elements: handed.join(',') } })}
            download="extract.csv"
          >
            {t('overlap.extract', { count: handed.length })}
          </a>{' '}
          <span className="gate-quiet">{t('overlap.extractMore')}</span>
        </p>
      )}
    </section>
  )
}
