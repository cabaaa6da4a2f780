import type { Bilingual, ClockFired, Kind, Reader, RungReached } from '@lianxin/contract'
import { WHOLE } from './rungs.ts'
import { fill } from './sentences.ts'

type Moment = ClockFired & Partial<Pick<RungReached, 'percent'>>
type Named = { readonly name: string; readonly nameEn: string }

/**
 * Is this moment of a clock a step of the matter's story? What a move followed is told by that move. Requesters are told of
 * the limits that were promised to them; what runs between units stays between units.
 */
export const isTold = (kind: Kind, { clock, toldUnitId }: Moment, reader: Reader): boolean =>
  toldUnitId !== undefined && (reader === 'staff' || kind.clocks[clock]?.limit === 'item')

/** That a limit was used up, or so much of it, and who was told of it. */
export function clockSentence(
  kind: Kind,
  { clock, percent = WHOLE, aboutUnitId, toldUnitId, emptyUnitIds, ownRung, toldBefore }: Moment,
  names: ReadonlyMap<string, Named>,
): Bilingual {
  const name = kind.clocks[clock]?.name ?? { zh: '时限', en: 'The limit' }
  const used = percent === WHOLE ? LIMIT : SHARE
  const told = toldUnitId === null ? NOBODY : toldBefore ? KNOWN : TOLD
  const own = ownRung ? OWN : SILENT
  const empty = (emptyUnitIds ?? []).flatMap((id) => names.get(id) ?? [])
  const passed = empty.length === 0 ? SILENT : PASSED
  const put = (part: 'zh' | 'en') =>
    `${used[part]}${passed[part]}${own[part]}${told[part]}`
      .replaceAll('{clock}', name[part])
      .replaceAll('{percent}', String(percent))
      .replaceAll(
        '{empty}',
        empty.map((one) => (part === 'zh' ? one.name : one.nameEn)).join(part === 'zh' ? '、' : ', '),
      )
  return fill(
    { zh: put('zh'), en: put('en') },
    { about: names.get(aboutUnitId ?? ''), owner: names.get(toldUnitId ?? '') },
  )
}

const LIMIT = {
  zh: '{about}的{clock}到了，还没有办好；',
  en: '{about}: {clock} took longer than its limit; ',
}
const SHARE = {
  zh: '{about}的{clock}已用去 {percent}%，还没有办好；',
  en: '{about}: {clock} has used {percent} % of its limit; ',
}
const SILENT = { zh: '', en: '' }
const PASSED = {
  zh: '{empty}无人在岗，再往上报；',
  en: 'nobody is on duty at {empty}, so it goes further up; ',
}
const OWN = {
  zh: '{about}自己就在这一级，再往上报；',
  en: '{about} stands on that rung itself, so it goes further up; ',
}
const KNOWN = {
  zh: '{owner}先前已经知道，仍由它督办。',
  en: '{owner} was told before and still has to see to it.',
}
const TOLD = { zh: '已告诉{owner}来督办。', en: '{owner} was told to see to it.' }
const NOBODY = {
  zh: '上面没有人可以督办，已另行告警。',
  en: 'nobody is above to see to it, which is an alert of its own.',
}
