import { changed } from './changed.ts'
import type { Kind, KindFlag } from './kind.ts'

/** Whoever was sent it is freed by a decision of others: what runs out after that is not held against it. */
const TAKEN_FROM: KindFlag = {
  name: { zh: '已从该单位收回', en: 'taken away from the unit' },
  per: 'unit',
  each: true,
}

const UNTIL_SIGNED = {
  zh: '主办单位在别的单位签收前仍负责',
  en: 'whoever leads stays answerable until another unit signs',
}

/**
 * 首接负责 to the end: also a unit whose objection was upheld, or from which it was recalled, stays answerable until another one
 * signs, as one that gave it back or withdrew does. What is noted of a plea, and of having called others in, is of the time
 * that the unit was sent the matter and of the round (ADR 0020).
 */
export function withFirstReceiver({ flags = {}, moves }: Kind): Pick<Kind, 'flags' | 'moves'> {
  const stays = (zh: string, en: string) => ({
    zh: `${zh}；${UNTIL_SIGNED.zh}`,
    en: `${en}; ${UNTIL_SIGNED.en}`,
  })
  const told = (zh: string, en: string) => ({
    sentence: { zh: `${zh}；${UNTIL_SIGNED.zh}。`, en: `${en}; ${UNTIL_SIGNED.en}.` },
  })
  return {
    flags: {
      ...flags,
      ...changed(flags, { recusalAsked: { sending: true }, calledIn: { sending: true } }),
      takenFrom: TAKEN_FROM,
    },
    moves: {
      ...moves,
      ...changed(moves, {
        upholdObjection: {
          effect: stays('该单位签收计时停止，重新派遣', 'Stops its signing clock; it is dispatched again'),
          sentence: {
            zh: '{unit}看过：这件事不该由{about}办，正在换单位；新单位接手前，仍由它负责。',
            en: '{unit} agreed that this is not for {about} to do; until another unit takes it on, it stays answerable.',
          },
          staff: told('{unit}裁定{about}的异议成立，重新安排', '{unit} upheld the objection of {about}'),
          assignment: { chosen: { from: ['sent'], to: 'yielded' } },
          raise: ['takenFrom'],
          stop: ['sign'],
        },
        recall: {
          effect: stays(
            '签收计时停止，派遣计时重新开始',
            'Stops the signing clocks and starts dispatch again',
          ),
          sentence: {
            zh: '{unit}收回来，正在换单位；新单位接手前，仍由原来的单位负责。',
            en: '{unit} took it back and is assigning it again; until another unit takes it on, the one that had it stays answerable.',
          },
          staff: told('{unit}收回了派遣，正在重新安排', '{unit} took it back and is assigning it again'),
          assignment: { all: { from: ['sent', 'signed'], to: 'yielded' } },
          raise: ['takenFrom'],
          stop: ['sign'],
        },
        grantRecusal: {
          sentence: {
            zh: '{unit}同意不由{about}办，正在换单位；新单位接手前，仍由它负责。',
            en: '{unit} let {about} withdraw; until another unit takes it on, it stays answerable.',
          },
          staff: told('{unit}同意{about}回避', '{unit} let {about} withdraw'),
        },
      }),
    },
  }
}
