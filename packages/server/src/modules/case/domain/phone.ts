import { parsePhone } from '@lianxin/contract'

/** 沈阳、抚顺、铁岭、本溪: a local number given without its area code. */
const AREA_CODE = '024'

/** A telephone number in its one stored form, by which it is also looked up; undefined when it is none. */
export const normalisePhone = (typed: string): string | undefined => parsePhone(typed, AREA_CODE)?.number
