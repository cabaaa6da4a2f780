import type { RecurringBuildingView } from '@lianxin/contract/rating/evaluation-views'
import { useWords } from '../../messages/words.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { chanceText } from './chance-text.ts'

/** Which buildings explain what a place shows, with the evidence for each; nothing where none does. */
export const RecurringBuildings = ({
  buildings,
}: {
  readonly buildings: readonly RecurringBuildingView[]
}) => {
  const t = useWords('rating')
  const { locale } = usePreferences()
  return buildings.map(({ name, nameEn, now, expected, dwellings, p }) => (
    <span key={name} className="lx-quiet lx-small">
      {t('recurrence.building', {
        ...{ building: locale === 'en' ? nameEn : name, now, dwellings },
        ...{ expected: Math.round(expected * 10) / 10, p: chanceText(p) },
      })}
    </span>
  ))
}
