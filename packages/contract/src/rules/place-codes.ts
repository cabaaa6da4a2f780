/**
 * Codes of places: GB/T 2260 (province, city, district) and the statistics codes of subdistricts and communities
 * (统计用区划代码, 12 digits), then a three-digit grid serial as in Beijing's DB11 grid standard. A code starts
 * with its parent's code and is never padded: Shenyang is `2101`, not `210100`.
 */
export type PlaceLevel = 'province' | 'city' | 'district' | 'subdistrict' | 'community' | 'grid'

/** Levels from the top. */
export const PLACE_LEVELS: readonly PlaceLevel[] = [
  'province',
  'city',
  'district',
  'subdistrict',
  'community',
  'grid',
]

/** Digits in a code of each level. */
export const CODE_LENGTH: Readonly<Record<PlaceLevel, number>> = {
  province: 2,
  city: 4,
  district: 6,
  subdistrict: 9,
  community: 12,
  grid: 15,
}

const PLACE_CODE =
  /^[1-8]\d((?!00)\d{2}((?!00)\d{2}((?!000)[0-5]\d{2}((?!000)[0-5]\d{2}((?!000)\d{3})?)?)?)?)?$/

/** The level of a code, or undefined when it is none. */
export const levelOf = (code: string): PlaceLevel | undefined =>
  PLACE_CODE.test(code) ? PLACE_LEVELS.find((level) => CODE_LENGTH[level] === code.length) : undefined

/** Is this a well-formed code (of that level)? Says nothing about whether the place exists. */
export const isPlaceCode = (code: string, level?: PlaceLevel): boolean => {
  const found = levelOf(code)
  return found !== undefined && (level === undefined || found === level)
}

/** The code one level up, or undefined for a province and for what is no code. */
export function parentCode(code: string): string | undefined {
  const level = levelOf(code)
  const above = level && PLACE_LEVELS[PLACE_LEVELS.indexOf(level) - 1]
  return above && code.slice(0, CODE_LENGTH[above])
}

/**
 * The code of a grid: community code + serial, numbered west to east and north to south.
 * @throws RangeError unless the community has 12 digits and the serial is 1 to 999.
 */
export function gridCode(communityCode: string, serial: number): string {
  const code = `${communityCode}${String(serial).padStart(3, '0')}`
  if (!isPlaceCode(communityCode, 'community') || !isPlaceCode(code, 'grid')) {
    throw new RangeError('A grid code is a community code and a serial from 1 to 999')
  }
  return code
}

/**
 * The half-open text range `[lo, hi)` that holds a place and all below it: `lo <= code AND code < hi` uses a plain
 * index, also under row-level security. Compare in byte order (COLLATE "C"). `hi` is a bound, not always a code.
 * @throws RangeError for what is no code.
 */
export function codeRange(code: string): readonly [lo: string, hi: string] {
  if (!isPlaceCode(code)) throw new RangeError('Not a place code')
  const head = code.replace(/9+$/, '')
  return [code, head.slice(0, -1) + String(Number(head.at(-1)) + 1)]
}

/** Is the place the ancestor itself or below it? Agrees with `codeRange`. False for what is no code. */
export const isWithin = (code: string, ancestor: string): boolean =>
  isPlaceCode(code) && isPlaceCode(ancestor) && code.startsWith(ancestor)

/** 街道 · 镇 · 乡 · 政企合一单位 and development zones. */
export type TownshipClass = 'subdistrict' | 'town' | 'township' | 'specialArea'

/** 居委会 · 村委会 · an area run like either (类似居委会, 类似村委会). */
export type CommunityClass =
  | 'residentsCommittee'
  | 'villagersCommittee'
  | 'likeResidentsCommittee'
  | 'likeVillagersCommittee'

/** What digits 7–9 say: 001–099 街道, 100–199 镇, 200–399 乡, 400–599 special. Undefined above that level. */
export function townshipClass(code: string): TownshipClass | undefined {
  if (!isPlaceCode(code) || code.length < CODE_LENGTH.subdistrict) return undefined
  const serial = Number(code.slice(6, 9))
  if (serial < 100) return 'subdistrict'
  if (serial < 200) return 'town'
  return serial < 400 ? 'township' : 'specialArea'
}

/** What digits 10–12 say: 001–199 居委会, 200–399 村委会, 4xx and 5xx areas like them. Undefined above that level. */
export function communityClass(code: string): CommunityClass | undefined {
  if (!isPlaceCode(code) || code.length < CODE_LENGTH.community) return undefined
  const serial = Number(code.slice(9, 12))
  if (serial < 200) return 'residentsCommittee'
  if (serial < 400) return 'villagersCommittee'
  return serial < 500 ? 'likeResidentsCommittee' : 'likeVillagersCommittee'
}
