import {
  type DutyEntry,
  type FieldOverlap,
  type GateDraft,
  type GateEstimate,
  gateRoutes,
  leastMinutes,
  minutesAMonth,
  stillAsked,
} from '@lianxin/contract'
import { query } from '../../../kernel/query.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { unitNames } from '../../org/index.ts'
import { gridsOf } from '../../place/index.ts'
import { forbiddenParts } from '../domain/check-demand.ts'
import { nearestNegative } from '../domain/nearest-negative.ts'
import { askedGround } from './asked-ground.ts'
import { budgetOf } from './burden-budget.ts'
import { formsInForce } from './forms-in-force.ts'

/** How an entry of a duty list is named. */
export const entryName = ({ code, class: of, name, nameEn, basis, basisEn }: DutyEntry) => ({
  code,
  class: of,
  name,
  nameEn,
  basis,
  basisEn,
})

type Costed = Pick<
  GateDraft,
  'words' | 'communityCodes' | 'level' | 'minutes' | 'frequency' | 'fromAt' | 'untilAt'
>

/** What a demand costs, what of it is held or asked already, what of it may not be asked. */
export async function estimateOf(tx: Tx, draft: Costed, requestId: string | null): Promise<GateEstimate> {
  const { overlap, entries } = await askedGround(tx, draft, requestId)
  const forms = await formsInForce(tx, requestId)
  const units = await unitNames(
    tx,
    forms.map(({ unitId }) => unitId),
  )
  const formOf = (id: string) => {
    const form = forms.find((one) => one.requestId === id)
    const unit = units.get(form?.unitId ?? '')
    return {
      requestId: id,
      title: form?.title ?? '',
      unitName: unit?.name ?? '',
      unitNameEn: unit?.nameEn ?? '',
    }
  }
  const field = ({ status, match, requestIds }: FieldOverlap, key: string) => ({
    key,
    status,
    reason: match?.reason ?? null,
    element: match
      ? {
          code: match.element.code,
          name: match.element.name,
          personal: match.element.personal,
          where: match.element.held?.where ?? null,
        }
      : null,
    forms: requestIds.map(formOf),
  })
  const communities = new Set(draft.communityCodes).size
  const recipients = draft.level === 'grid' ? (await gridsOf(tx, draft.communityCodes)).length : communities
  const negative = nearestNegative(draft.words.title, [...entries.values()])
  return {
    fields: draft.words.fields.flatMap(({ key }, index) => {
      const one = overlap[index]
      return one ? [field(one, key)] : []
    }),
    held: overlap.filter(({ status }) => status === 'held').length,
    asked: overlap.length - stillAsked(overlap),
    leastMinutes: leastMinutes(overlap),
    recipients,
    communities,
    minutesAMonth: minutesAMonth(draft.minutes, draft.frequency, recipients),
    budget: await budgetOf(tx, draft, requestId),
    forbidden: forbiddenParts(draft.words).map(({ field: part, found, rule }) => ({
      field: part,
      found,
      code: rule.code,
      name: rule.name,
      rule: rule.rule,
    })),
    negative: negative ? entryName(negative) : null,
  }
}

/** The requester sees it before anything is asked. */
export const showEstimate = query<typeof gateRoutes.estimate>({
  route: gateRoutes.estimate,
  permit: 'gate.ask',
  view: async (tx, _permit, { body: { draft, requestId } }) => ({
    answer: await estimateOf(tx, draft, requestId),
    subjects: [],
  }),
})
