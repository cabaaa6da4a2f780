import {
  COORDINATION_CHOICES,
  COORDINATION_CLOCKS,
  COORDINATION_FLAGS,
  coordinated,
  coordinationMoves,
} from './coordination.ts'
import type { Kind } from './kind.ts'
import { request } from './request.ts'

const states: Kind['states'] = {
  ...request.states,
  suspended: {
    name: { zh: '等条件', en: 'Waiting' },
    sentence: {
      zh: '现在条件不够，先等一等；到日子{owner}自动接着办。',
      en: 'It waits for something; {owner} goes on with it at the date that was set.',
    },
    staff: {
      name: { zh: '挂账', en: 'On hold' },
      sentence: {
        zh: '要等条件具备，先挂账；到期{owner}自动接着办。',
        en: 'It waits for something; {owner} goes on with it at the date that was set.',
      },
    },
    tone: 'waiting',
    owner: 'leadUnit',
    clock: 'suspended',
  },
  merged: {
    name: { zh: '已合并办理', en: 'Joined with another' },
    sentence: {
      zh: '和另一件是同一件事，已经合并办理；进展会一样告诉您。',
      en: 'It is the same matter as another and was joined with it; you are told how that one goes on.',
    },
    staff: {
      name: { zh: '已并案', en: 'Joined with another' },
      sentence: { zh: '已并入另一件事。', en: 'Joined with another matter.' },
    },
    tone: 'closed',
  },
  transferred: {
    name: { zh: '已转法定渠道', en: 'Transferred' },
    sentence: {
      zh: '这件事要走法定渠道或紧急专线，已告诉您怎么走。',
      en: 'The law or an emergency line is in charge of this; you were told where to go.',
    },
    staff: { sentence: { zh: '已转法定渠道或紧急专线。', en: 'Transferred to another authority or line.' } },
    tone: 'closed',
  },
}

/** 诉求, version 2: with all that coordination needs. Cases of version 1 go on as they began. */
export const request2: Kind = {
  ...request,
  version: 2,
  states,
  clocks: { ...request.clocks, ...COORDINATION_CLOCKS },
  flags: { ...COORDINATION_FLAGS, urged: { name: { zh: '催办', en: 'urged' } } },
  choices: COORDINATION_CHOICES,
  onExpiry: { ...request.onExpiry, triage: 'climb', dispatch: 'climb', suspended: 'wake' },
  moves: {
    ...coordinated(request.moves),
    ...coordinationMoves(Object.keys(states), true),
    urge: {
      name: { zh: '催一催', en: 'Urge' },
      effect: { zh: '提醒承办单位，计时不变', en: 'Reminds whoever has it; no change to the clocks' },
      sentence: { zh: '您催了一次。', en: 'You urged it on.' },
      staff: { sentence: { zh: '居民催办了一次。', en: 'The resident urged it on.' } },
      permit: 'case.judge',
      from: ['registered', 'triaged', 'dispatched', 'handling', 'answered', 'reopened', 'suspended'],
      outcomes: [],
      needs: [],
      may: ['words'],
      raise: ['urged'],
      count: 'urged',
      stop: [],
      start: [],
      rules: ['onceADay'],
      event: 'urged',
      tellsRequester: true,
    },
  },
}
