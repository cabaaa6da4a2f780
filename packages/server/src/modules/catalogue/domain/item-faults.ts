import { type FieldProblem, ItemDraft } from '@lianxin/contract'
import { Ajv } from 'ajv'
import { fieldProblems } from '../../../kernel/field-problem.ts'
import type { Catalogue } from '../queries/load-catalogue.ts'

const fits = new Ajv({ allErrors: true, strict: false }).compile<ItemDraft>(ItemDraft)
/** The district's own are numbered from 500 on within a group of the national list. */
const OWN_MINOR = /^[5-9]\d{2}$/

type Ground = Pick<Catalogue, 'majors' | 'leadUnits'> & {
  /** Codes that an answer may lead to. */
  readonly reachable: ReadonlySet<string>
}

/** What is wrong with an item that the district writes, in words for each field; empty when nothing is. */
export function itemFaults(code: string, draft: unknown, ground: Ground): readonly FieldProblem[] {
  if (!fits(draft)) return fieldProblems(fits.errors ?? [])
  const { major, leadUnit, questions } = draft
  const asked = questions
    .flatMap(({ choices }) => choices.flatMap(({ becomes }) => becomes ?? []))
    .filter((other) => other === code || !ground.reachable.has(other))
  const leadsNowhere = [...new Set(asked)]
  return [
    ...problem(!ground.majors.has(major), 'major', '没有这个大类。', 'There is no such group.'),
    ...problem(
      /^\d{2}$/.test(major) && !(code.startsWith(major) && OWN_MINOR.test(code.slice(2))),
      'code',
      `区里自己的事项编号是大类“${major}”加 500 以后的三位数。`,
      `An item of the district is numbered with its group ${major} and three digits from 500 on.`,
    ),
    ...problem(!ground.leadUnits.has(leadUnit), 'leadUnit', '没有这个单位。', 'There is no such unit.'),
    ...problem(
      leadsNowhere.length > 0,
      'questions',
      `提问转到的事项不存在：${leadsNowhere.join('、')}。`,
      `A question leads to an item that does not exist: ${leadsNowhere.join(', ')}.`,
    ),
    ...problem(
      new Set(questions.map((one) => one.code)).size < questions.length,
      'questions',
      '同一个提问列了两次。',
      'A question is listed twice.',
    ),
  ]
}

const problem = (wrong: boolean, field: string, zh: string, en: string): readonly FieldProblem[] =>
  wrong ? [{ field, zh, en }] : []
