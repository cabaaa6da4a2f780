import type { KindState } from './kind.ts'

/** How a matter stands as screens show it. `unmet`: it is over, and not with what was asked for. */
export const TONES = ['open', 'waiting', 'closed', 'unmet'] as const
export type ShownTone = (typeof TONES)[number]

export const toneOf = ({ tone, unmet }: Pick<KindState, 'tone' | 'unmet'>): ShownTone =>
  unmet ? 'unmet' : tone

export const isOver = (tone: ShownTone): boolean => tone === 'closed' || tone === 'unmet'
