import type { ItemAnswer } from '../case/case-commands.ts'
import type { FieldProblem } from '../errors.ts'
import { isBlank } from '../rules/text-limits.ts'
import type { ItemQuestion } from './catalogue-routes.ts'

/** The answer that counts for a question: a choice that it has, or words that can be seen. */
export const answerTo = (question: ItemQuestion, answers: readonly ItemAnswer[]): ItemAnswer | undefined =>
  answers.find(
    (one) =>
      one.question === question.code &&
      (question.choices.length > 0
        ? question.choices.some(({ code }) => code === one.choice)
        : one.words !== undefined && !isBlank(one.words)),
  )

/** Required questions that are still open, in their order. */
export const unanswered = (
  questions: readonly ItemQuestion[],
  answers: readonly ItemAnswer[],
): readonly ItemQuestion[] => questions.filter((one) => one.required && !answerTo(one, answers))

/** Answers that belong to no question of the item, to a choice that it does not have, or to both at once. */
export function strayAnswers(
  questions: readonly ItemQuestion[],
  answers: readonly ItemAnswer[],
): readonly FieldProblem[] {
  const seen = new Set<string>()
  return answers.flatMap((one) => {
    const question = questions.find(({ code }) => code === one.question)
    const fits =
      question && answerTo(question, [one]) && (one.choice === undefined || one.words === undefined)
    const twice = seen.has(one.question)
    seen.add(one.question)
    return fits && !twice
      ? []
      : [{ field: `answers.${one.question}`, zh: '这一项请重新选。', en: 'Please answer this one again.' }]
  })
}

/** The code of the item that an answer makes it; undefined when it stays what it is. */
export const becomes = (
  questions: readonly ItemQuestion[],
  answers: readonly ItemAnswer[],
): string | undefined =>
  questions
    .flatMap((question) => {
      const choice = answerTo(question, answers)?.choice
      return question.choices.find(({ code }) => code === choice)?.becomes ?? []
    })
    .at(0)
