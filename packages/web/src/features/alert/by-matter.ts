import type { AlertRow } from '@lianxin/contract/case/alert-routes'

/** That nobody is there to be told comes after what they would have been told. */
const isAfterwards = ({ kind }: AlertRow) => Number(kind === 'supervisorMissing')

/** The alerts of each matter together, where the first of them stood; the newest first. */
export const byMatter = (alerts: readonly AlertRow[]): readonly (readonly [AlertRow, ...AlertRow[]])[] => {
  const matters = new Map<string, [AlertRow, ...AlertRow[]]>()
  for (const alert of alerts) {
    const known = matters.get(alert.caseId)
    if (known) known.push(alert)
    else matters.set(alert.caseId, [alert])
  }
  for (const about of matters.values())
    about.sort((a, b) => b.raisedAt - a.raisedAt || isAfterwards(a) - isAfterwards(b))
  return [...matters.values()]
}
