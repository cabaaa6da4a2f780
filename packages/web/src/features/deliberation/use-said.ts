import type { DeliberationRow } from '@lianxin/contract/deliberation/deliberation-views'
import { usePreferences } from '../../ui/preferences.ts'

interface Named {
  readonly name: string
  readonly nameEn: string
}

/** What has two languages, in that of the screen. */
export const useSaid = () => {
  const { locale } = usePreferences()
  const english = locale === 'en'
  return {
    text: ({ zh, en }: { readonly zh: string; readonly en: string }) => (english ? en : zh),
    name: ({ name, nameEn }: Named) => (english ? nameEn : name),
    place: (row: DeliberationRow) =>
      [english ? row.communityNameEn : row.communityName, row.compoundName, row.buildingName]
        .filter(Boolean)
        .join(english ? ', ' : ' '),
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
  }
}
