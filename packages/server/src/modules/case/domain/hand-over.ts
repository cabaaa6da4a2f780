import type { CaseStep } from '@lianxin/contract'
import type { NewEvent } from '../../../kernel/event-store.ts'
import { type CaseFacts, circleIdOf } from './case-facts.ts'

/** Steps that a change of a post's holder makes, by the name that stands in place of a move's. */
export const HANDOVER_STEPS = {
  handOver: {
    event: 'case.handedOver',
    sentence: {
      zh: '{unit}经办的岗位换了人，由接任的人继续办。',
      en: 'The post at {unit} that worked on it has a new holder, who goes on with it.',
    },
  },
  leaveVacant: {
    event: 'case.leftVacant',
    sentence: {
      zh: '{unit}经办的岗位暂时没有人，由{unit}接着办。',
      en: 'The post at {unit} that worked on it is vacant for now; {unit} goes on with it.',
    },
  },
  actBegin: {
    event: 'case.actingBegun',
    sentence: {
      zh: '{unit}经办的岗位由人代理，原任职人保留岗位。',
      en: 'Somebody acts in the post at {unit} that works on it; its holder keeps the post.',
    },
  },
  actEnd: {
    event: 'case.actingEnded',
    sentence: {
      zh: '{unit}经办的岗位代理结束，由任职人继续办。',
      en: 'Nobody acts any more in the post at {unit} that works on it; its holder goes on with it.',
    },
  },
  takeOver: {
    event: 'case.takenOver',
    sentence: { zh: '{unit}的接办人确认接手。', en: 'Somebody at {unit} took it over.' },
  },
} as const
export type HandoverStep = keyof typeof HANDOVER_STEPS

/** A step that changes nothing of the matter but says in its history whose hands it is in. No word of a person. */
export function handoverStep(
  { version, provisional: _provisional, state, ...columns }: CaseFacts,
  {
    step,
    unitId,
    eventId,
  }: { readonly step: HandoverStep; readonly unitId: string; readonly eventId: string },
): NewEvent<CaseStep> {
  const { id, ...kept } = columns
  return {
    ...{
      id: eventId,
      type: HANDOVER_STEPS[step].event,
      stream: 'case',
      streamId: id,
      streamVersion: version + 1,
    },
    circleId: circleIdOf(columns),
    payload: {
      ...kept,
      ...{ move: step, from: state, to: state, contentIds: [], fileIds: [], unitId },
      ...{ assignmentId: null, scores: null, tally: null, dutyCode: null },
      circle: kept.circle && [...kept.circle],
      partyIds: [...kept.partyIds],
    },
  }
}
