import type { ItemAnswer, ItemQuestion } from '@lianxin/contract'
import type { Random } from '../random.ts'

/**
 * What somebody who stands before it answers to what must be answered. No choice makes it another item: emergencies are
 * matters of their own in the plan of the day.
 */
export const answersOf = (questions: readonly ItemQuestion[], random: Random): ItemAnswer[] =>
  questions
    .filter(({ required }) => required)
    .map(({ code, choices }) => {
      const calm = choices.filter(({ becomes }) => becomes === null)
      if (choices.length === 0) return { question: code, words: random.pick(SEEN) }
      return { question: code, choice: random.pick(calm.length > 0 ? calm : choices).code }
    })

const SEEN = ['现场看过，暂无人受伤。', '看得清楚，拍了照片。', '说不准，请来人看看。'] as const
