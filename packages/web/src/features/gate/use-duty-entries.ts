import { DUTY_CLASS_NAMES, DUTY_CLASSES } from '@lianxin/contract/gate/duty-lists'
import { usePreferences } from '../../ui/preferences.ts'
import { useDutyLists } from './use-burden.ts'

interface DutyGroup {
  readonly name: string
  readonly entries: readonly { readonly code: string; readonly name: string }[]
}

/** The entries of the duty lists in force, by whose duty they are; an entry that stands on both lists is named once. */
export const useDutyEntries = (): { readonly groups: readonly DutyGroup[]; readonly isPending: boolean } => {
  const { locale } = usePreferences()
  const lists = useDutyLists()
  const entries = (lists.data ?? []).flatMap((list) => list.entries)
  const once = entries.filter(({ code }, index) => entries.findIndex((one) => one.code === code) === index)
  return {
    isPending: lists.isPending,
    groups: DUTY_CLASSES.map((dutyClass) => ({
      name: DUTY_CLASS_NAMES[dutyClass][locale === 'en' ? 'en' : 'zh'],
      entries: once
        .filter((entry) => entry.class === dutyClass)
        .map(({ code, name, nameEn }) => ({ code, name: locale === 'en' ? nameEn : name })),
    })).filter((group) => group.entries.length > 0),
  }
}
