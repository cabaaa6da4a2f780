import type { FigureBoard } from '@lianxin/contract/figures/figure-views'

/** How far it is counted anew, in whole per cent. */
export const countedPercent = ({ done, of }: NonNullable<FigureBoard['recounting']>): number =>
  Math.floor((100 * done) / of) || 0
