import {
  type CaseStep,
  countVote,
  type DeliberationPage,
  deliberationRoutes,
  type Kind,
  sentenceFor,
  sharesOf,
  toneOf,
} from '@lianxin/contract'
import { sql } from 'kysely'
import { readContent } from '../../../kernel/content.ts'
import { readStream } from '../../../kernel/event-store.ts'
import { query } from '../../../kernel/query.ts'
import { must } from '../../../kernel/refused.ts'
import { fillSentence, kindOfCase } from '../../case/index.ts'
import { unitNames } from '../../org/index.ts'
import { type HungMatter, hungMatters, publicStep, type Step, wordsIdOf } from './hung-matters.ts'
import { publicHeads } from './public-heads.ts'

type Texts = ReadonlyMap<string, string>
type Names = Awaited<ReturnType<typeof unitNames>>

/** One question as everybody reads it. What a resident wrote is not opened here at all. */
export const showDeliberation = query<typeof deliberationRoutes.page>({
  route: deliberationRoutes.page,
  permit: 'public.read',
  async view(tx, _permit, { params: { id } }) {
    const [head] = await publicHeads(tx, sql`c.id = ${id}::uuid`, 1)
    const shown = must(head, { refusal: 'not-found' })
    const [events, hung] = await Promise.all([
      readStream<CaseStep>(tx, id, shown.openedAt),
      hungMatters(tx, id),
    ])
    const steps = events.map(({ recordedAt, payload }): Step => ({ at: recordedAt, payload }))
    const first = must(steps[0], { refusal: 'not-found' })
    // With the shares that held when the question was put.
    const kind = await kindOfCase(tx, { ...first.payload, openedAt: shown.openedAt })
    const tasks = hung.filter((one) => one.kind.report.public === true)
    const objections = hung.filter((one) => one.kind.report.by === 'requester')
    const told = steps.filter(({ payload }) => kind.moves[payload.move]?.public === true)
    const wanted = [
      ...told.map(wordsIdOf),
      ...hung.map((one) => wordsIdOf(publicStep(one))),
      ...tasks.map(({ wordsId }) => wordsId),
    ].filter((one) => one !== undefined)
    const [texts, names] = await Promise.all([
      readContent(tx, wanted),
      unitNames(tx, [
        ...steps.flatMap(({ payload }) =>
          [payload.unitId, payload.ownerUnitId].filter((one) => one !== null),
        ),
        ...tasks.flatMap(({ leadUnitId }) => leadUnitId ?? []),
      ]),
    ])
    const answer: DeliberationPage = {
      ...shown,
      votes: votesOf(kind, steps, texts),
      objections: objections.map((one) => objectionOf(one, texts)),
      tasks: tasks.map((one) => taskOf(one, texts, names)),
      outcome: outcomeOf(kind, told, texts, names),
      steps: steps.map(({ at, payload }) => ({ at, sentence: sentenceOf(kind, payload, names) })),
    }
    return { answer, subjects: [] }
  },
})

const textOf = (step: Step | undefined, texts: Texts): string | null =>
  texts.get(wordsIdOf(step) ?? '') ?? null

const sentenceOf = (kind: Kind, { move, from, unitId, ownerUnitId }: CaseStep, names: Names) => {
  const made = from === null ? undefined : kind.moves[move]
  return fillSentence(made ? sentenceFor(made, 'staff') : kind.report.sentence, {
    unit: names.get(unitId ?? ''),
    owner: names.get(ownerUnitId ?? ''),
  })
}

/** Every vote that was counted, with what the law asks for. */
const votesOf = (kind: Kind, steps: readonly Step[], texts: Texts): DeliberationPage['votes'] =>
  steps.flatMap((step) => {
    const move = kind.moves[step.payload.move]
    const vote = kind.votes?.[move?.vote ?? '']
    const { tally } = step.payload
    if (!vote || !tally) return []
    return {
      ...{ name: vote.name, law: vote.law, at: step.at, passed: countVote(vote, tally).passed },
      shares: sharesOf(vote, tally).map(({ stage, share, part, whole, reached }) => ({
        ...{ stage, of: share.of, part, whole, reached },
        needed: { over: share.share[0], under: share.share[1], as: share.as },
      })),
      words: move?.public ? textOf(step, texts) : null,
    }
  })

function standing({ kind, state: code }: HungMatter) {
  const state = kind.states[code]
  return {
    stateName: state?.name ?? { zh: code, en: code },
    tone: state ? toneOf(state) : ('closed' as const),
  }
}

function objectionOf(one: HungMatter, texts: Texts): DeliberationPage['objections'][number] {
  const answered = publicStep(one)
  return {
    ...{ id: one.id, raisedAt: one.openedAt, dueAt: one.dueAt, ...standing(one) },
    answeredAt: answered?.at ?? null,
    reply: one.kind.choices?.['reply']?.options[one.choices['reply'] ?? ''] ?? null,
    answer: textOf(answered, texts),
  }
}

const taskOf = (one: HungMatter, texts: Texts, names: Names): DeliberationPage['tasks'][number] => ({
  ...{ id: one.id, dueAt: one.dueAt, closedAt: one.closedAt, ...standing(one) },
  words: texts.get(one.wordsId) ?? '',
  unit: names.get(one.leadUnitId ?? '') ?? null,
  result: textOf(publicStep(one), texts),
})

/** The last thing that the unit told everybody beside its votes. */
function outcomeOf(
  kind: Kind,
  told: readonly Step[],
  texts: Texts,
  names: Names,
): DeliberationPage['outcome'] {
  const last = told.findLast(({ payload }) => !kind.moves[payload.move]?.vote)
  const words = textOf(last, texts)
  return last && words !== null
    ? { at: last.at, sentence: sentenceOf(kind, last.payload, names), words }
    : null
}
