import {
  type Bilingual,
  firstMatch,
  MOST_SIMULATED_MATTERS,
  MOST_SIMULATED_ROWS,
  MOST_SIMULATED_SHIFTS,
  type Period,
  type RoutingRules,
  type SimulatedMatter,
  type SimulatedShift,
  type SimulationReport,
  unitHoursOf,
} from '@lianxin/contract'
import { inTurn } from '../../../kernel/in-turn.ts'
import { ensure } from '../../../kernel/refused.ts'
import type { Tx } from '../../../kernel/tx.ts'
import { type Item, itemsInForce } from '../../catalogue/index.ts'
import { type UnitStanding, unitStandings } from '../../org/index.ts'
import { placeNames } from '../../place/index.ts'
import { settingAt } from '../../setting/index.ts'
import { type Resolved, resolveUnits } from '../domain/resolve-units.ts'
import type { MatterCursor, PastMatter, PastMatters } from '../past-matters.ts'

const PAGE = 1_000

/** Both sets of rules, the draft's first. */
type Compared = { readonly draft: RoutingRules; readonly now: RoutingRules }
type Simulated = Omit<SimulationReport, 'draftVersion'>
type Row = Omit<SimulatedMatter, 'place'> & { readonly communityCode: string }

/**
 * Holds rules against the matters that were opened in a time, each at the moment when it was first given to a unit (else when
 * it was opened), with the units and the item's lead unit of today. Writes nothing, and lets others have their turn in between.
 */
export async function simulate(
  tx: Tx,
  matters: PastMatters,
  compared: Compared,
  { from, to }: Period,
): Promise<Simulated> {
  const ground = {
    items: new Map((await itemsInForce(tx)).map((item) => [item.code, item])),
    units: (await unitStandings(tx, tx.now)).filter((unit) => !unit.ended),
    time: {
      calendar: await matters.calendar(tx),
      office: unitHoursOf(await settingAt(tx, 'officeHours', tx.now)),
    },
  }
  const nameOf = namesById(ground.units)
  const counts = { matters: 0, otherThanNow: 0, otherThanReally: 0, neverSent: 0, unanswered: 0 }
  const shifts = new Map<string, SimulatedShift>()
  let rows: readonly Row[] = []
  for (let after: MatterCursor | null = null; ; ) {
    const page: readonly PastMatter[] = await matters.opened(tx, { from, to }, after, PAGE)
    const known = page.flatMap((matter) => {
      const item = ground.items.get(matter.itemCode)
      return item ? [{ matter, item }] : []
    })
    ensure(counts.matters + known.length <= MOST_SIMULATED_MATTERS, {
      refusal: 'routing.too-many-matters',
      values: { most: MOST_SIMULATED_MATTERS },
    })
    const compareds = await inTurn(known, ({ matter, item }) => compare(matter, item, compared, ground))
    for (const one of compareds) {
      counts.matters += 1
      if (one.otherThanNow) {
        counts.otherThanNow += 1
        countShift(shifts, one, nameOf)
      }
      if (one.otherThanReally) counts.otherThanReally += 1
      if (one.matter.units.length === 0) counts.neverSent += 1
      if (one.draft.missing.length > 0) counts.unanswered += 1
    }
    const changed = compareds.filter((one) => one.otherThanNow || one.draft.missing.length > 0)
    rows = [...changed.map((one) => rowOf(one, nameOf)).toReversed(), ...rows].slice(0, MOST_SIMULATED_ROWS)
    const last = page.at(-1)
    if (!last || page.length < PAGE) break
    after = { openedAt: last.openedAt, id: last.id }
  }
  const names = await placeNames(tx, [...new Set(rows.map(({ communityCode }) => communityCode))])
  return {
    ...{ from, to, ...counts },
    shifts: [...shifts.values()]
      .toSorted((one, other) => other.matters - one.matters)
      .slice(0, MOST_SIMULATED_SHIFTS),
    rows: rows.map(({ communityCode: code, ...row }) => {
      const { name, nameEn } = names.get(code) ?? { name: code, nameEn: code }
      return { ...row, place: { zh: name, en: nameEn } }
    }),
  }
}

type Ground = {
  readonly units: readonly UnitStanding[]
  readonly time: Parameters<typeof firstMatch>[2]
}
type Comparison = {
  readonly matter: PastMatter
  readonly item: Item
  readonly rule: number | null
  readonly draft: Resolved<UnitStanding>
  readonly now: Resolved<UnitStanding>
  readonly otherThanNow: boolean
  readonly otherThanReally: boolean
}

function compare(matter: PastMatter, item: Item, rules: Compared, { units, time }: Ground): Comparison {
  const asked = {
    ...{ itemCode: item.code, major: item.major, answers: matter.answers },
    placeCode: matter.gridCode ?? matter.communityCode,
    at: matter.sentAt ?? matter.openedAt,
  }
  const byCatalogue = { lead: item.leadUnit, coHandlers: [] }
  const found = firstMatch(rules.draft, asked, time)
  const to = (rule: Parameters<typeof resolveUnits>[0] | undefined) =>
    resolveUnits(rule ?? byCatalogue, units, matter.communityCode)
  const draft = to(found?.rule)
  const now = to(firstMatch(rules.now, asked, time)?.rule)
  return {
    ...{ matter, item, draft, now, rule: found ? found.index + 1 : null },
    otherThanNow: handed(draft) !== handed(now),
    otherThanReally: matter.units.length > 0 && handed(draft) !== really(matter),
  }
}

/** Who gets it, the lead first, in a form that can be compared. */
const handed = ({ lead, coHandlers }: Resolved<UnitStanding>): string =>
  [lead?.id ?? '', ...coHandlers.map(({ id }) => id).toSorted()].join(' ')

function countShift(
  shifts: Map<string, SimulatedShift>,
  { now, draft }: Comparison,
  nameOf: (id: string) => Bilingual,
): void {
  const key = `${handed(now)}>${handed(draft)}`
  const { matters } = shifts.get(key) ?? { matters: 0 }
  shifts.set(key, { now: namesIn(now, nameOf), draft: namesIn(draft, nameOf), matters: matters + 1 })
}

const namesIn = (
  { lead, coHandlers }: Resolved<UnitStanding>,
  nameOf: (id: string) => Bilingual,
): Bilingual[] => [...(lead ? [lead] : []), ...coHandlers].map(({ id }) => nameOf(id))

const leadOf = ({ units }: PastMatter) => units.find(({ role }) => role === 'lead')?.unitId
const othersOf = ({ units }: PastMatter) =>
  units.filter(({ role }) => role === 'coHandler').map(({ unitId }) => unitId)
const really = (matter: PastMatter): string =>
  [leadOf(matter) ?? '', ...othersOf(matter).toSorted()].join(' ')

const namesById = (units: readonly UnitStanding[]) => {
  const names = new Map(units.map(({ id, name, nameEn }) => [id, { zh: name, en: nameEn }]))
  return (id: string): Bilingual => names.get(id) ?? { zh: '已撤销的单位', en: 'a unit that has ended' }
}

function rowOf(
  { matter, item, rule, draft, now, otherThanNow, otherThanReally }: Comparison,
  nameOf: (id: string) => Bilingual,
): Row {
  const lead = leadOf(matter)
  return {
    ...{ caseId: matter.id, number: matter.number, communityCode: matter.communityCode },
    item: { code: item.code, name: { zh: item.name, en: item.nameEn } },
    ...{ at: matter.sentAt ?? matter.openedAt, rule, otherThanNow, otherThanReally },
    ...{ draft: namesIn(draft, nameOf), now: namesIn(now, nameOf) },
    really: [...(lead ? [lead] : []), ...othersOf(matter)].map(nameOf),
  }
}
