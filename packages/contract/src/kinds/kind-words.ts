import type { Bilingual } from '../schema.ts'
import type { KindMove, KindState } from './kind.ts'

/** Who reads: a requester is addressed, staff read about the requester. */
export type Reader = 'staff' | 'requester'

type Worded = Pick<KindState, 'name' | 'sentence' | 'staff'> | Pick<KindMove, 'name' | 'sentence' | 'staff'>

/** The name of a state or move as this reader knows it. */
export const nameFor = (worded: Worded, reader: Reader): Bilingual =>
  (reader === 'staff' ? worded.staff?.name : undefined) ?? worded.name

/** The sentence of a state or move, addressed to this reader. */
export const sentenceFor = (worded: Worded, reader: Reader): Bilingual =>
  (reader === 'staff' ? worded.staff?.sentence : undefined) ?? worded.sentence
