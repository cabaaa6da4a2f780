import type { CaseView } from '@lianxin/contract/case/case-views'

/** What a sentence about a verdict is filled with. */
export const verdictWords = ({ solved, satisfaction }: NonNullable<CaseView['verdict']>) => ({
  solved: solved ? 'yes' : 'no',
  satisfaction: satisfaction ?? 0,
})
