import { randomInt } from 'node:crypto'

/** Six digits for a short message: `042917`. */
export const oneTimeCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')
