import { keptList } from '../../data/kept-list.ts'
import type { Passing } from '../../data/lifetime.ts'

/** A code of “me too” kept on this device, so that it is not lost. What it is about in two words, nothing else. */
export interface KeptMeToo extends Passing {
  readonly code: string
  readonly item: string
  readonly community: string
  /** Unix milliseconds, by this device's clock. */
  readonly keptAt: number
}

/** Newest first. Where nothing can be kept, the code is on the screen, which asks to write it down. */
const list = keptList<KeptMeToo>({
  name: 'lianxin.me-too',
  shape: { code: 'string', item: 'string', community: 'string', keptAt: 'number' },
  id: 'code',
  keptMs: 90 * 24 * 60 * 60 * 1000,
  most: 10,
})

export const readMeToos = list.read
export const keepMeToo = list.keep
/** @param code of the one that is not to be there any more */
export const forgetMeToo = list.drop
export const useKeptMeToos = list.useAll
