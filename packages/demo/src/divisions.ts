import { readFileSync } from 'node:fs'

export type DivisionLevel = 'province' | 'city' | 'district' | 'subdistrict' | 'community'

/** One administrative division. The length of the code says its level: 2, 4, 6, 9 or 12 digits. */
export interface Division {
  readonly code: string
  readonly name: string
  readonly level: DivisionLevel
  readonly parentCode: string | null
}

const LEVEL_OF_LENGTH: Readonly<Record<number, DivisionLevel>> = {
  2: 'province',
  4: 'city',
  6: 'district',
  9: 'subdistrict',
  12: 'community',
}

const SOURCE = new URL('../data/liaoning-divisions.csv', import.meta.url)

/** The 18,248 real divisions of Liaoning, parents before children (data/ATTRIBUTION.md). */
export function readDivisions(): readonly Division[] {
  const [, ...lines] = readFileSync(SOURCE, 'utf8').trimEnd().split(/\r?\n/)
  return lines.map(parseDivision)
}

function parseDivision(line: string): Division {
  const [code = '', name = '', level = '', parentCode = ''] = line.split(',')
  const expected = LEVEL_OF_LENGTH[code.length]
  if (expected === undefined || expected !== level || name === '') {
    throw new Error(`not a division: ${line}`)
  }
  return { code, name, level: expected, parentCode: parentCode === '' ? null : parentCode }
}

/**
 * Whether a 12-digit code is a residents' committee (居委会): its last three digits are 001–199. Villagers' committees
 * (村委会) begin at 200. Source: rules of the statistical division codes.
 */
export function isResidentsCommittee(code: string): boolean {
  const serial = Number(code.slice(9, 12))
  return code.length === 12 && serial >= 1 && serial <= 199
}
