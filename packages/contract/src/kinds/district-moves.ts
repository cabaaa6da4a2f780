import { ONGOING, PLAIN } from './coordination-parts.ts'
import type { KindMove } from './kind.ts'

/** 督办: the district asks whoever has it, where somebody does something about it; `answered`: where that can be answered. */
export const supervisionMoves = (
  from: readonly string[],
  answered: readonly string[],
): Readonly<Record<string, KindMove>> => ({
  supervise: {
    ...PLAIN,
    aside: true,
    name: { zh: '督办', en: 'Supervise' },
    effect: { zh: '责任单位须在一个工作日内答复', en: 'Whoever has it must answer within a working day' },
    sentence: { zh: '{unit}督办。', en: '{unit} supervises it.' },
    permit: 'case.supervise',
    from,
    needs: ['reason'],
    forbids: ['supervised'],
    raise: ['supervised'],
    count: 'supervised',
    event: 'supervised',
    tellsRequester: false,
  },
  answerSupervision: {
    ...PLAIN,
    name: { zh: '答复督办', en: 'Answer the district' },
    effect: { zh: '督办计时停止', en: 'Stops the clock of the supervision' },
    sentence: { zh: '{unit}答复了督办。', en: '{unit} answered the district.' },
    permit: 'case.answerSupervision',
    from: answered,
    needs: ['words'],
    requires: ['supervised'],
    lower: ['supervised'],
    rules: ['askedUnitOnly'],
    event: 'supervisionAnswered',
    tellsRequester: false,
  },
})

/** 督办与剔除: the district asks back, and leaves matters out of the figures on a closed list of grounds, by a second person, counted in public. */
export function districtMoves(states: readonly string[]): Readonly<Record<string, KindMove>> {
  const within = (wanted: readonly string[]) => wanted.filter((one) => states.includes(one))
  return {
    ...supervisionMoves(within(ONGOING), within([...ONGOING, 'awaitingVerdict'])),
    askExclusion: {
      ...PLAIN,
      aside: true,
      name: { zh: '申请剔除', en: 'Ask to exclude it' },
      effect: { zh: '计时不变，由区里另一人审核', en: 'No change to the clocks; somebody else decides' },
      sentence: { zh: '{unit}申请不计入考评。', en: '{unit} asked to leave it out of the figures.' },
      permit: 'case.dispatch',
      from: within(ONGOING),
      needs: ['reason'],
      choose: ['ground'],
      forbids: ['exclusion', 'excluded'],
      raise: ['exclusion'],
      event: 'exclusionAsked',
      tellsRequester: false,
    },
    exclude: {
      ...PLAIN,
      name: { zh: '同意剔除', en: 'Exclude it' },
      effect: { zh: '不计入考评，公开计数', en: 'Leaves it out of the rates; counted in public' },
      sentence: {
        zh: '{unit}同意不计入考评，剔除件数对外公开。',
        en: '{unit} left it out of the rates; how many are left out is public.',
      },
      permit: 'case.exclude',
      from: within(ONGOING),
      needs: ['words'],
      requires: ['exclusion'],
      lower: ['exclusion'],
      raise: ['excluded'],
      rules: ['deciderIsNotAsker'],
      event: 'excluded',
      tellsRequester: false,
    },
    refuseExclusion: {
      ...PLAIN,
      name: { zh: '不同意剔除', en: 'Refuse to exclude it' },
      effect: { zh: '照常计入考评', en: 'It counts like any other' },
      sentence: { zh: '{unit}不同意剔除。', en: '{unit} refused to leave it out.' },
      permit: 'case.exclude',
      from: within(ONGOING),
      needs: ['reason'],
      requires: ['exclusion'],
      lower: ['exclusion'],
      rules: ['deciderIsNotAsker'],
      event: 'exclusionRefused',
      tellsRequester: false,
    },
  }
}
