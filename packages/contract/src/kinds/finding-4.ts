import { changed } from './changed.ts'
import { finding3 } from './finding-3.ts'
import type { Kind } from './kind.ts'

/** 发现, version 4: what the grid keeps and does not settle in time climbs the ladder of its level like everything else. */
export const finding4: Kind = {
  ...finding3,
  version: 4,
  clocks: { ...finding3.clocks, ...changed(finding3.clocks, { own: { laddered: true } }) },
}
