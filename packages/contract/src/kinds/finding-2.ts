import {
  COORDINATION_CHOICES,
  COORDINATION_CLOCKS,
  COORDINATION_FLAGS,
  coordinated,
  coordinationMoves,
} from './coordination.ts'
import { finding } from './finding.ts'
import type { Kind, KindState } from './kind.ts'

const found = finding.states['found'] as KindState

const states: Kind['states'] = {
  ...finding.states,
  // What the grid settles itself never leaves it (小事不出网格).
  found: { ...found, rung: 'grid' },
  suspended: {
    name: { zh: '挂账', en: 'On hold' },
    sentence: {
      zh: '要等条件具备，先挂账；到期{owner}自动接着办。',
      en: 'It waits for something; {owner} goes on with it at the date that was set.',
    },
    tone: 'waiting',
    owner: 'leadUnit',
    clock: 'suspended',
  },
  merged: {
    name: { zh: '已并案', en: 'Joined with another' },
    sentence: { zh: '已并入另一件事。', en: 'Joined with another matter.' },
    tone: 'closed',
  },
  transferred: {
    name: { zh: '已转法定渠道', en: 'Transferred' },
    sentence: { zh: '已转法定渠道或紧急专线。', en: 'Transferred to another authority or line.' },
    tone: 'closed',
  },
}

/** 发现, version 2: with all that coordination needs. Cases of version 1 go on as they began. */
export const finding2: Kind = {
  ...finding,
  version: 2,
  states,
  clocks: { ...finding.clocks, ...COORDINATION_CLOCKS },
  flags: COORDINATION_FLAGS,
  choices: COORDINATION_CHOICES,
  onExpiry: { ...finding.onExpiry, triage: 'climb', dispatch: 'climb', suspended: 'wake' },
  moves: { ...coordinated(finding.moves), ...coordinationMoves(Object.keys(states), false) },
}
