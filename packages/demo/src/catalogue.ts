import { readFileSync } from 'node:fs'
import { type CatalogueItem, type ItemLevel, LEAD_PLACES, MAJORS, type Major } from './catalogue-item.ts'
import { ITEM_QUESTIONS } from './item-questions.ts'
import { DEPARTMENTS } from './organisation.ts'
import { stableId } from './stable-id.ts'

const COLUMNS = 11
const LIMIT = /^([1-9]\d*) (urgentHour|workingHour|workingDay|calendarDay)$/

/** What every district starts with. */
export const PROVINCIAL_ITEMS: readonly CatalogueItem[] = itemsOf('items-province.csv', 'province')

/**
 * The provincial base as provinces print such catalogues, and what the district adds to it: the district never edits an
 * item of the base. Limits follow published practice, named for each, and are settings of a district, not law.
 */
export const CATALOGUE: readonly CatalogueItem[] = [
  ...PROVINCIAL_ITEMS,
  ...itemsOf('items-210105.csv', 'district'),
]

/** @throws on a line that is no item: a catalogue with a hole in it would be found out by a resident. */
function itemsOf(file: string, origin: CatalogueItem['origin']): readonly CatalogueItem[] {
  const text = readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8')
  const [, ...lines] = text.trimEnd().split(/\r?\n/)
  return lines.map((line) => parseItem(line, origin))
}

function parseItem(line: string, origin: CatalogueItem['origin']): CatalogueItem {
  const cells = line.split(',')
  const [code = '', name = '', nameEn = '', plain = '', plainEn = '', words = ''] = cells
  const [kinds = '', level = '', lead = '', term = '', source = ''] = cells.slice(6)
  const [, limit = '', clockKind = ''] = LIMIT.exec(term) ?? []
  const names = MAJORS[code.slice(0, 2) as Major]
  const leads: readonly string[] = [...LEAD_PLACES, ...DEPARTMENTS.map((one) => one.code)]
  const whole = cells.length === COLUMNS && cells.every((cell) => cell !== '')
  if (!whole || !names || limit === '' || !leads.includes(lead) || !/^([1-4]|emergency)$/.test(level))
    throw new Error(`not an item: ${line}`)
  return {
    id: stableId('item', code),
    code,
    origin,
    name,
    nameEn,
    plain,
    plainEn,
    keywords: words.split(' '),
    kinds: kinds.split(' '),
    major: code.slice(0, 2),
    majorName: names[0],
    majorNameEn: names[1],
    level: (level === 'emergency' ? level : Number(level)) as ItemLevel,
    leadUnitCode: lead as CatalogueItem['leadUnitCode'],
    clockKind: clockKind as CatalogueItem['clockKind'],
    limit: Number(limit),
    questions: ITEM_QUESTIONS[code] ?? [],
    source,
  }
}
