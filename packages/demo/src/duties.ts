import { readFileSync } from 'node:fs'

const COLUMNS = 10
const CLASSES = ['do', 'assist', 'notOurs'] as const

/** An entry of a duty list as the house brings it along: a starting point in our own words, for a district to edit. */
export interface Duty {
  readonly unitKind: 'subdistrict' | 'community'
  readonly code: string
  readonly class: (typeof CLASSES)[number]
  readonly name: string
  readonly nameEn: string
  readonly itemCodes: string[]
  readonly basis: string
  readonly basisEn: string
  readonly note: string
  readonly noteEn: string
}

/** The duty lists of subdistricts and communities, with the law or document that each entry follows. */
export const DUTIES: readonly Duty[] = readFileSync(new URL('../data/duties.csv', import.meta.url), 'utf8')
  .trimEnd()
  .split(/\r?\n/)
  .slice(1)
  .map(parseDuty)

/** @throws on a line that is no duty: a list with a hole in it would be found out by a community. */
function parseDuty(line: string): Duty {
  const cells = line.split(',')
  const [unitKind, code = '', of, name = '', nameEn = '', items = '', basis = '', basisEn = ''] = cells
  const [note = '', noteEn = ''] = cells.slice(8)
  const known = CLASSES.find((one) => one === of)
  const whole = cells.length === COLUMNS && [code, name, nameEn, basis, basisEn].every((cell) => cell !== '')
  if (!whole || !known || (unitKind !== 'subdistrict' && unitKind !== 'community') || !note !== !noteEn)
    throw new Error(`not a duty: ${line}`)
  return {
    unitKind,
    code,
    class: known,
    name,
    nameEn,
    itemCodes: items.split(' ').filter((item) => item !== ''),
    basis,
    basisEn,
    note,
    noteEn,
  }
}
