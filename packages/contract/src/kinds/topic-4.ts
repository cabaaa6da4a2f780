import { COORDINATION_CLOCKS, COORDINATION_FLAGS } from './coordination.ts'
import { supervisionMoves } from './district-moves.ts'
import type { Kind } from './kind.ts'
import { topic3 } from './topic-3.ts'

const { supervision } = COORDINATION_CLOCKS
const { supervised } = COORDINATION_FLAGS
const UNDER_WAY = ['proposed', 'accepted', 'working', 'judging']

/** 主动治理专题, version 4: the district asks back whoever has it. */
export const topic4: Kind = {
  ...topic3,
  version: 4,
  clocks: { ...topic3.clocks, supervision: { ...supervision, laddered: true } },
  flags: { ...topic3.flags, supervised },
  moves: { ...topic3.moves, ...supervisionMoves(UNDER_WAY, [...UNDER_WAY, 'observing']) },
}
